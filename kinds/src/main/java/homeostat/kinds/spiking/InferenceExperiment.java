package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.connectome.format.NetworkStructureFile;
import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.recording.InputTrains;
import homeostat.kinds.spiking.recording.NetworkStatisticsTable;
import homeostat.kinds.spiking.recording.Probes;
import homeostat.kinds.spiking.recording.RateCourse;
import homeostat.kinds.spiking.recording.SpikeWindow;
import homeostat.kinds.spiking.recording.VoltageSums;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.InputProcess;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.simulation.Simulator;
import homeostat.spiking.statistics.SpikeStatistics;

/**
 * Stage 1: a network runs and is looked at. A step is a slice of {@link #SLICE} time steps of all
 * trials.
 */
final class InferenceExperiment implements Experiment<InferenceState> {
  /** Time steps of a slice. */
  static final int SLICE = 100;

  private static final int ROWS = 20;

  private final BuiltNetwork built;
  private final ScalingFactors factors;
  private final InputProcess input;
  private final int trials;
  private final int timeSteps;
  private final Simulator simulator;
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
      Parallel parallel) {
    this.built = built;
    this.factors = factors;
    this.input = input;
    this.trials = trials;
    this.timeSteps = timeSteps;
    this.parallel = parallel;
    this.simulator = new Simulator(built.network(), trials, 1, Recording.SPIKES, parallel);
  }

  @Override
  public long steps() {
    return (timeSteps + SLICE - 1L) / SLICE;
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
  public InferenceState start(Run run) {
    return fresh();
  }

  private InferenceState fresh() {
    return new InferenceState(
        NetworkState.atReset(built.network(), trials),
        input.start(),
        new SpikeWindow(built.network().neurons(), trials, 1, timeSteps),
        new SpikeWindow(built.network().inputs(), trials, 1, timeSteps),
        new VoltageSums(built.network()),
        new Probes(built.network(), timeSteps));
  }

  @Override
  public InferenceState step(InferenceState state, long slice) {
    InputProcess.Drawn drawn = input.draw(slice, state.input, parallel);
    state.input = drawn.carried();
    int first = Math.toIntExact(slice * SLICE);
    for (int t = first; t < Math.min(timeSteps, first + SLICE); t++) {
      ChunkInput now = at(drawn.input(), t - first);
      state.network = simulator.forward(state.network, factors, now);
      ChunkRecord record = simulator.record(factors);
      record.requireFinite(t);
      state.spikes.add(record.spikes());
      state.inputSpikes.add(InputTrains.of(now, trials));
      state.voltages.add(built.network(), state.network);
      state.probes.read(state.network);
    }
    return state;
  }

  /** One step of a slice of input. */
  private static ChunkInput at(ChunkInput slice, int step) {
    short[][] lanes = new short[slice.lanes().length][];
    for (int block = 0; block < lanes.length; block++) {
      int from = step * slice.inputs();
      lanes[block] =
          java.util.Arrays.copyOfRange(slice.lanes()[block], from, from + slice.inputs());
    }
    return new ChunkInput(slice.batch(), 1, slice.inputs(), lanes);
  }

  @Override
  public Row row(InferenceState state, long slice) {
    return ActivityRow.of(built.population(), activity(state).statistics());
  }

  @Override
  public String status(InferenceState state) {
    return state.spikes.spikes() + " spikes";
  }

  private Activity activity(InferenceState state) {
    return new Activity(
        built.population(),
        state.spikes.joined(),
        state.inputSpikes.joined(),
        state.probes.recorded());
  }

  @Override
  public Arrays save(InferenceState state) {
    return state.save(built.network());
  }

  @Override
  public InferenceState restore(Arrays saved) {
    return fresh().load(built.network(), saved);
  }

  @Override
  public Row finish(InferenceState state, Run run) {
    Activity activity = activity(state);
    run.arrays(
        "results/network_structure.npz",
        NetworkStructureFile.arrays(built.folded(factors, built.network().weights())));
    run.arrays("results/spike_data.npz", spikeData(activity));
    run.text(
        "network_statistics.csv",
        new NetworkStatisticsTable(activity, state.voltages.means(), state.voltages.deviations())
            .text());
    new NetworkFigures(built.structure(), factors, activity).into("figures", run);
    return summary(activity.statistics());
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
