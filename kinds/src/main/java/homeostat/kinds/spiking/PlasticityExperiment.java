package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.connectome.NetworkStructure;
import homeostat.connectome.format.NetworkStructureFile;
import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.TrainingSection;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.figures.ActivityBoard;
import homeostat.kinds.spiking.figures.ConnectivityBoard;
import homeostat.kinds.spiking.figures.History;
import homeostat.kinds.spiking.figures.TrainingBoard;
import homeostat.kinds.spiking.network.BuiltNetwork;
import homeostat.kinds.spiking.network.InputRecipe;
import homeostat.kinds.spiking.network.MeanStrengths;
import homeostat.kinds.spiking.recording.InputTrains;
import homeostat.kinds.spiking.recording.LossAverages;
import homeostat.kinds.spiking.recording.ProbeWindow;
import homeostat.kinds.spiking.recording.Probes;
import homeostat.kinds.spiking.recording.RateCourse;
import homeostat.kinds.spiking.recording.SpikeWindow;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import homeostat.spiking.InputProcess;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.learning.ChunkOutcome;
import homeostat.spiking.learning.ChunkTrainer;
import homeostat.spiking.learning.TrainingState;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Stage 2: scaling factors or weights of a network of fixed wiring are trained until its cell types
 * fire as they should. A step is a chunk of {@code simulation.chunk_size} time steps: input,
 * forward, losses, what the learning rule keeps of it, and every {@code chunks_per_update} chunks
 * an update.
 */
final class PlasticityExperiment implements Experiment<PlasticityState> {
  /** Arrays of the wiring that are files of their own too, as published. */
  private static final List<String> ALONE = List.of("recurrent_weights", "feedforward_weights");

  private final HomeostaticPlasticityConfig config;
  private final BuiltNetwork built;
  private final ChunkTrainer trainer;
  private final InputProcess input;
  private final FrozenRun frozen;
  private final Parallel parallel;

  PlasticityExperiment(
      HomeostaticPlasticityConfig config,
      BuiltNetwork built,
      ChunkTrainer trainer,
      InputProcess input,
      FrozenRun frozen,
      Parallel parallel) {
    this.config = config;
    this.built = built;
    this.trainer = trainer;
    this.input = input;
    this.frozen = frozen;
    this.parallel = parallel;
  }

  @Override
  public long steps() {
    return config.simulation().chunks();
  }

  @Override
  public Boundaries boundaries() {
    TrainingSection training = config.training();
    return new Boundaries(
        training.logInterval(), training.checkpointInterval(), training.checkpointInterval());
  }

  @Override
  public String stepName() {
    return "epoch";
  }

  @Override
  public String figurePrefix() {
    return "chunk";
  }

  /** As published. */
  @Override
  public int figureDigits() {
    return 4;
  }

  @Override
  public PlasticityState start(Run run) {
    PlasticityState state = fresh();
    describe("initial_state", "before training", state.training, run);
    return state;
  }

  private PlasticityState fresh() {
    int window = config.training().plotSize();
    return new PlasticityState(
        trainer.start(),
        input.start(),
        new SpikeWindow(built.network().neurons(), config.training().batchSize(), window),
        new SpikeWindow(built.network().inputs(), 1, window),
        new ProbeWindow(built.network(), Probes.cells(built.network()), 0, window),
        new LossAverages(config.compat().bestByChunk() ? 1 : config.training().logInterval()),
        new History());
  }

  @Override
  public PlasticityState step(PlasticityState state, long step) {
    InputProcess.Drawn drawn = input.draw(step, state.input, parallel);
    ChunkOutcome outcome = trainer.step(state.training, drawn.input(), Optional.empty());
    boolean flush = step == steps() - 1 && !config.compat().dropRemainder();
    state.training = flush ? trainer.finish(outcome.state()) : outcome.state();
    state.input = drawn.carried();
    state.spikes.add(outcome.record().spikes());
    state.inputSpikes.add(InputTrains.ofFirstTrial(drawn.input()));
    state.probes.add(outcome.record(), drawn.input());
    state.losses.add(outcome);
    outcome.update().ifPresent(update -> state.updateNumbers.putAll(update.numbers()));
    return state;
  }

  @Override
  public Row row(PlasticityState state, long step) {
    Row row = state.losses.take();
    SpikeTrains spikes = state.spikes.joined();
    row.putAll(ActivityRow.of(built.population(), statistics(spikes)));
    row.putAll(factorsRow(trainer.factors(state.training)));
    if (config.training().optimisable().equals(Optional.of(TrainingSection.Trainable.WEIGHTS))) {
      row.putAll(
          new MeanStrengths(built)
              .of(trainer.factors(state.training), trainer.weights(state.training)));
    }
    state.updateNumbers.forEach(row::put);
    state.history.add(new Row().put(stepName(), step + 1).putAll(row));
    return row;
  }

  private SpikeStatistics statistics(SpikeTrains spikes) {
    return new SpikeStatistics(
        spikes,
        built.population().cellTypes(),
        built.population().types().size(),
        built.population().dt());
  }

  private Row factorsRow(ScalingFactors factors) {
    return ActivityRow.of(
        factors, built.population().types(), built.network().physiology().inputs());
  }

  @Override
  public String status(PlasticityState state) {
    StringBuilder status =
        new StringBuilder(String.format(Locale.ROOT, "loss %.4g", state.losses.recent()));
    for (String type : built.population().types()) {
      double[] rates = state.history.column("firing_rate/" + type + "/mean");
      if (rates.length > 0) {
        status.append(String.format(Locale.ROOT, ", %s %.2f Hz", type, rates[rates.length - 1]));
      }
    }
    return status.toString();
  }

  @Override
  public List<Drawing> drawings(PlasticityState state, long step) {
    Activity activity =
        new Activity(
            built.population(),
            state.spikes.joined(),
            state.inputSpikes.joined(),
            state.probes.recorded());
    History history = state.history.copy();
    ScalingFactors factors = trainer.factors(state.training);
    NetworkStructure structure = built.with(trainer.weights(state.training));
    return List.of(
        new Drawing(
            "training", () -> new TrainingBoard(history, built.population(), inputSteps()).draw()),
        new Drawing("activity", () -> new ActivityBoard(activity).draw()),
        new Drawing("connectivity", () -> new ConnectivityBoard(structure, factors).draw()));
  }

  /** Chunks at which the rate of some input steps, in the figure's counting of chunks done. */
  private List<Double> inputSteps() {
    return InputRecipe.steps(config.feedforward()).stream()
        .map(time -> time / config.simulation().chunkMs())
        .filter(chunk -> chunk < steps())
        .toList();
  }

  @Override
  public Arrays save(PlasticityState state) {
    return state.save(built.network());
  }

  @Override
  public PlasticityState restore(Arrays saved) {
    return fresh().load(built.network(), saved);
  }

  @Override
  public OptionalDouble score(PlasticityState state) {
    return OptionalDouble.of(state.losses.recent());
  }

  @Override
  public Row finish(PlasticityState state, Run run) {
    ScalingFactors factors = trainer.factors(state.training);
    FrozenRun.Seen seen = describe("final_state", "after training", state.training, run);
    Activity activity = seen.activity();
    Row summary = new Row();
    SpikeStatistics statistics = activity.statistics();
    SpikeStatistics.Rates[] rates = statistics.ratesByType();
    for (int c = 0; c < rates.length; c++) {
      String type = built.population().types().get(c);
      summary.put("firing_rate/" + type + "/mean", rates[c].mean());
      summary.put("firing_rate/" + type + "/target", built.population().targets()[c]);
    }
    summary.put(
        "rate_error",
        RateCourse.worstError(
            java.util.Arrays.stream(rates).mapToDouble(SpikeStatistics.Rates::mean).toArray(),
            built.population().targets()));
    summary.putAll(new RateCourse(state.history, built.population()).row());
    Row activityRow = ActivityRow.of(built.population(), statistics);
    activityRow
        .asMap()
        .forEach((name, value) -> {
          if (!summary.asMap().containsKey(name) && value instanceof Double number) {
            summary.put(name, number);
          }
        });
    summary.putAll(seen.membranes().row(built.population()));
    summary.put("total_loss/recent", state.losses.recent());
    return summary
        .putAll(factorsRow(factors))
        .putAll(new MeanStrengths(built).of(factors, trainer.weights(state.training)));
  }

  /** Structure, figures and activity of the network with these factors, without learning. */
  private FrozenRun.Seen describe(String folder, String when, TrainingState state, Run run) {
    ScalingFactors factors = trainer.factors(state);
    SynapticWeights weights = trainer.weights(state);
    Arrays wiring = NetworkStructureFile.arrays(built.folded(factors, weights));
    run.arrays(folder + "/network_structure.npz", wiring);
    for (String name : ALONE) {
      run.array(folder + "/" + name + ".npy", wiring.get(name));
    }
    FrozenRun.Seen seen =
        frozen.run(
            factors,
            weights,
            state.chunk() * config.simulation().chunkMs(),
            done -> run.progress("activity " + when, done));
    seen.recording().ifPresent(recording -> run.arrays(folder + "/recording.npz", recording));
    new NetworkFigures(built.with(weights), factors, seen.activity())
        .into(folder + "/figures", run);
    return seen;
  }
}
