package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.connectome.format.NetworkStructureFile;
import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.config.RecordSection;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.network.BuiltNetwork;
import homeostat.kinds.spiking.recording.NetworkStatisticsTable;
import homeostat.kinds.spiking.recording.RateCourse;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.spiking.InputProcess;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.statistics.SpikeStatistics;

/**
 * Stage 1: a network runs and is looked at. A step is a slice of {@link FreeRun#SLICE} time steps
 * of all trials.
 */
final class InferenceExperiment implements Experiment<FreeRunState> {
  private static final int ROWS = 20;

  private final BuiltNetwork built;
  private final ScalingFactors factors;
  private final InputProcess input;
  private final int trials;
  private final int timeSteps;
  private final FreeRun free;
  private final Parallel parallel;

  /**
   * @param input makes slices, for this number of trials
   * @param timeSteps of the whole run
   */
  InferenceExperiment(
      BuiltNetwork built,
      ScalingFactors factors,
      InputProcess input,
      int trials,
      int timeSteps,
      RecordSection recorded,
      Parallel parallel) {
    this.built = built;
    this.factors = factors;
    this.input = input;
    this.trials = trials;
    this.timeSteps = timeSteps;
    this.parallel = parallel;
    this.free =
        new FreeRun(built, factors, built.network().weights(), trials, trials, recorded, parallel);
  }

  @Override
  public long steps() {
    return Math.ceilDiv((long) timeSteps, FreeRun.SLICE);
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(Math.max(1, steps() / ROWS), Math.max(1, steps() / 4), 0);
  }

  @Override
  public String stepName() {
    return "slice";
  }

  @Override
  public FreeRunState start(Run run) {
    return fresh();
  }

  private FreeRunState fresh() {
    return free.start(input.start());
  }

  @Override
  public FreeRunState step(FreeRunState state, long slice) {
    InputProcess.Drawn drawn = input.draw(slice, state.input, parallel);
    state.input = drawn.carried();
    long first = slice * FreeRun.SLICE;
    int length = (int) Math.min(FreeRun.SLICE, timeSteps - first);
    free.advance(state, drawn.input().from(0, length), first);
    return state;
  }

  @Override
  public Row row(FreeRunState state, long slice) {
    return ActivityRow.of(built.population(), activity(state).statistics());
  }

  @Override
  public String status(FreeRunState state) {
    return state.spikes.spikes() + " spikes";
  }

  private Activity activity(FreeRunState state) {
    return free.activity(state);
  }

  @Override
  public Arrays save(FreeRunState state) {
    return state.save(built.network());
  }

  @Override
  public FreeRunState restore(Arrays saved) {
    return fresh().load(built.network(), saved);
  }

  @Override
  public Row finish(FreeRunState state, Run run) {
    Activity activity = activity(state);
    run.arrays(
        "results/network_structure.npz",
        NetworkStructureFile.arrays(built.folded(factors, built.network().weights())));
    run.arrays("results/spike_data.npz", spikeData(activity));
    state
        .recorder
        .arrays(activity.spikes())
        .ifPresent(recording -> run.arrays("results/recording.npz", recording));
    run.text(
        "network_statistics.csv",
        new NetworkStatisticsTable(activity, state.voltages.means(), state.voltages.deviations())
            .text());
    new NetworkFigures(built.structure(), factors, activity).into("figures", run);
    return summary(activity.statistics()).putAll(state.membranes.row(built.population()));
  }

  /** Spikes of all trials, dense. */
  private Arrays spikeData(Activity activity) {
    SpikeTrains in = activity.inputSpikes();
    SpikeTrains out = activity.spikes();
    return Arrays.builder()
        .put("input_spikes", in.toDense(), trials, timeSteps, in.neurons())
        .put("output_spikes", out.toDense(), trials, timeSteps, out.neurons())
        .put("dt", new double[] {built.population().dt()})
        .build();
  }

  private Row summary(SpikeStatistics statistics) {
    Row summary = new Row();
    double[] targets = built.population().targets();
    SpikeStatistics.Rates[] rates = statistics.ratesByType();
    boolean compared = false;
    for (int c = 0; c < targets.length; c++) {
      String type = built.population().types().get(c);
      summary.put("firing_rate/" + type + "/mean", rates[c].mean());
      if (!Double.isNaN(targets[c])) {
        summary.put("firing_rate/" + type + "/target", targets[c]);
        compared = true;
      }
    }
    if (compared) {
      summary.put(
          "rate_error",
          RateCourse.worstError(
              java.util.Arrays.stream(rates).mapToDouble(SpikeStatistics.Rates::mean).toArray(),
              targets));
    }
    ActivityRow.of(built.population(), statistics)
        .asMap()
        .forEach((name, value) -> {
          if (!summary.asMap().containsKey(name) && value instanceof Double number) {
            summary.put(name, number);
          }
        });
    return summary;
  }
}
