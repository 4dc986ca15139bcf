package homeostat.kinds.memory;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.connectome.measure.SpectralRadius;
import homeostat.kernel.Csr;
import homeostat.kinds.memory.analysis.LossSummary;
import homeostat.kinds.memory.analysis.WeightTables;
import homeostat.kinds.memory.config.TrainingSection;
import homeostat.kinds.memory.figures.MemoryAnalysis;
import homeostat.kinds.memory.figures.MemoryBoard;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.TrainedSystem;
import homeostat.lab.figure.Drawing;
import homeostat.rate.RecurrentCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Training of one network on one task; a step is an epoch. */
final class MemoryExperiment implements Experiment<MemoryState> {
  private static final double NEAR_PERCENT = 99;

  /** Weights that wait in memory for the next checkpoint to write them. */
  private static final long MOST_KEPT_BYTES = 64L << 20;

  private final TrainingSection training;
  private final Template template;
  private final Judging judging;
  private final Supplier<MemoryNetwork> network;

  /**
   * What is told of an epoch beside the losses.
   *
   * @param classifies accuracy
   * @param tests loss of trials that nothing is chosen by
   */
  record Judging(boolean classifies, boolean tests) {}

  /**
   * @param network makes the network as it is before the first epoch
   */
  MemoryExperiment(
      TrainingSection training,
      Template template,
      Judging judging,
      Supplier<MemoryNetwork> network) {
    this.training = training;
    this.template = template;
    this.judging = judging;
    this.network = network;
  }

  @Override
  public long steps() {
    return training.epochs();
  }

  @Override
  public Boundaries boundaries() {
    long bytes = 4L * template.units() * template.units();
    long most = Math.max(1, MOST_KEPT_BYTES / bytes) * training.weightsInterval();
    long checkpoint = training.checkpointInterval();
    return new Boundaries(1, most == 0 ? checkpoint : Math.min(most, checkpoint), 0);
  }

  @Override
  public String stepName() {
    return "epochs";
  }

  @Override
  public String figurePrefix() {
    return "epoch";
  }

  @Override
  public MemoryState start(Run run) {
    run.note(
        template.units()
            + " units"
            + (template.regions() == 0 ? "" : " of " + template.regions() + " regions")
            + ", "
            + template.connections()
            + " connections");
    return new MemoryState(network.get(), training.epochs());
  }

  @Override
  public MemoryState step(MemoryState state, long step) {
    state.add(state.network.epoch(step));
    if (training.weightsInterval() > 0 && step % training.weightsInterval() == 0) {
      state.kept.put((int) step, state.network.weights());
    }
    return state;
  }

  @Override
  public Row row(MemoryState state, long step) {
    int last = state.epochs - 1;
    Row row =
        new Row()
            .put("epoch", step)
            .put("train_loss", state.trainLoss[last])
            .put("validate_loss", state.validateLoss[last])
            .put("validate_loss_by_trial", state.trialLoss[last]);
    if (training.nullPrediction()) {
      row.put("null_loss", state.nullLoss[last]);
    }
    if (judging.classifies()) {
      row.put("train_accuracy", state.trainAccuracy[last]);
      row.put("validate_accuracy", state.validateAccuracy[last]);
    }
    tested(row, state, last, "");
    return row;
  }

  private void tested(Row row, MemoryState state, int epoch, String when) {
    if (judging.tests()) {
      row.put("test_loss" + when, state.testLoss[epoch]);
      if (judging.classifies()) {
        row.put("test_accuracy" + when, state.testAccuracy[epoch]);
      }
    }
  }

  @Override
  public String status(MemoryState state) {
    int last = state.epochs - 1;
    if (last < 0) {
      return "";
    }
    String losses =
        String.format(
            Locale.ROOT,
            "loss %.3g, validation %.3g",
            state.trainLoss[last],
            state.validateLoss[last]);
    return judging.classifies()
        ? losses + String.format(Locale.ROOT, ", %.1f %% right", state.validateAccuracy[last])
        : losses;
  }

  @Override
  public List<Drawing> drawings(MemoryState state, long step) {
    MemoryBoard board =
        new MemoryBoard(
            state.curves(),
            judging.classifies() ? "negative log-likelihood" : "mean squared error",
            template.units(),
            state.network.firstWeights().clone(),
            state.network.recurrentWeights().clone());
    List<Drawing> all = new ArrayList<>();
    all.add(new Drawing("training", board::draw));
    if (training.analysis()) {
      Findings findings = state.findings(() -> findings(state));
      all.add(new Drawing("analysis", () -> findings.analysis().draw()));
    }
    return all;
  }

  @Override
  public Arrays save(MemoryState state) {
    return state.save();
  }

  @Override
  public MemoryState restore(Arrays saved) {
    return new MemoryState(network.get(), training.epochs()).load(saved);
  }

  @Override
  public OptionalDouble score(MemoryState state) {
    return state.epochs == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(state.validateLoss[state.epochs - 1]);
  }

  @Override
  public Optional<TrainedSystem> system(MemoryState state) {
    RecurrentCell cell = state.network.cell();
    return Optional.of(new TrainedSystem(() -> cell, new double[cell.size()]));
  }

  @Override
  public void snapshot(MemoryState state, long step, Run run) {
    if (training.weightsInterval() == 0) {
      return;
    }
    run.arrays("weights/" + PublishedNames.WIRING, wiring().build());
    state.kept.forEach((epoch, weights) -> weights(weights, epoch, run));
    state.kept.clear();
    if (step == steps() - 1) {
      weights(state.network.weights(), step, run);
    }
  }

  /** Under the names that the published layout has, which takes the file as it is. */
  private static void weights(Arrays weights, long epoch, Run run) {
    run.arrays(
        String.format(Locale.ROOT, "weights/epoch_%06d.npz", epoch),
        PublishedNames.published(weights));
  }

  private Findings findings(MemoryState state) {
    return new Findings(
        state.network.judged(),
        template.units(),
        template.regionOf(),
        state.network.firstWeights(),
        state.network.recurrentWeights());
  }

  /** What training does not change; the weights of an epoch leave it out. */
  private Arrays.Builder wiring() {
    int h = template.units();
    Arrays.Builder all = Arrays.builder().put("topology", template.weights(), h, h);
    return template.regions() == 0
        ? all
        : all.put("region_of", new NdArray.I4(template.regionOf(), h));
  }

  @Override
  public Row finish(MemoryState state, Run run) {
    run.arrays("weights/final.npz", wiring().putAll("", state.network.weights()).build());
    LossSummary summary = LossSummary.of(state.validateLoss, NEAR_PERCENT);
    Row row =
        new Row()
            .put("units", template.units())
            .put("connections", template.connections())
            .put("first_validate_loss", state.validateLoss[0])
            .put("lowest_validate_loss", summary.lowest())
            .put("epoch_of_lowest", summary.lowestEpoch())
            .put("epoch_of_99_percent", summary.nearEpoch())
            .put("last_validate_loss", state.validateLoss[state.epochs - 1]);
    if (judging.classifies()) {
      row.put("last_validate_accuracy", state.validateAccuracy[state.epochs - 1]);
      row.put("accuracy_at_lowest", state.validateAccuracy[summary.lowestEpoch()]);
    }
    tested(row, state, summary.lowestEpoch(), "_at_lowest");
    if (training.nullPrediction()) {
      row.put("null_loss", state.nullLoss[state.epochs - 1]);
    }
    row.putAll(moved(state.network.firstWeights(), state.network.recurrentWeights()));
    if (training.analysis()) {
      Findings findings = state.findings(() -> findings(state));
      MemoryAnalysis analysis = findings.analysis();
      run.arrays("analysis/answers.npz", findings.judged().answers());
      run.arrays("analysis/coactivation.npz", analysis.coactivation());
      tables(state, run);
      row.putAll(analysis.row());
    }
    return row;
  }

  private void tables(MemoryState state, Run run) {
    WeightTables tables =
        new WeightTables(
            template.units(),
            template.regions(),
            template.regionOf(),
            state.network.firstWeights(),
            state.network.recurrentWeights());
    run.text("analysis/units.csv", tables.unitsCsv());
    if (template.regions() > 0) {
      run.arrays("analysis/regions.npz", tables.byRegion());
    }
  }

  /** How far the recurrent weights went from where they began. */
  private Row moved(float[] before, float[] after) {
    double change = 0;
    double size = 0;
    int signs = 0;
    int connections = 0;
    for (int k = 0; k < before.length; k++) {
      if (template.weights()[k] != 0) {
        connections++;
        change += (after[k] - before[k]) * (double) (after[k] - before[k]);
        size += before[k] * (double) before[k];
        signs += Math.signum(before[k]) != Math.signum(after[k]) ? 1 : 0;
      }
    }
    Row row = new Row();
    for (boolean sizes : new boolean[] {false, true}) {
      String name = sizes ? "rank_correlation_of_sizes" : "rank_correlation";
      double first = WeightTables.rankCorrelation(template.weights(), before, sizes);
      if (!Double.isNaN(first)) {
        row.put(name + "_before", first)
            .put(name + "_after", WeightTables.rankCorrelation(template.weights(), after, sizes));
      }
    }
    return row.put("weight_change", Math.sqrt(change / size))
        .put("sign_changes", signs / (double) connections)
        .put("spectral_radius_before", radius(before))
        .put("spectral_radius_after", radius(after));
  }

  private double radius(float[] weights) {
    return SpectralRadius.of(Csr.nonZero(template.units(), weights)).value();
  }
}
