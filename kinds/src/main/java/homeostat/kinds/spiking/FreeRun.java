package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.config.RecordSection;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.network.BuiltNetwork;
import homeostat.kinds.spiking.recording.ChosenNeurons;
import homeostat.kinds.spiking.recording.InputTrains;
import homeostat.kinds.spiking.recording.ProbeWindow;
import homeostat.kinds.spiking.recording.Probes;
import homeostat.kinds.spiking.recording.Recorder;
import homeostat.kinds.spiking.recording.SpikeWindow;
import homeostat.kinds.spiking.recording.VoltageSums;
import homeostat.lab.UserError;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.simulation.Simulator;

/**
 * A network that runs without learning, a slice of time at a time, and what is recorded of it:
 * spikes of all trials, means of all potentials, the inside of some cells, and what a user asked
 * for.
 */
final class FreeRun {
  /** Time steps of a slice. */
  static final int SLICE = 100;

  private final BuiltNetwork built;
  private final ScalingFactors factors;
  private final SynapticWeights weights;
  private final int trials;
  private final int inputTrials;
  private final RecordSection recorded;
  private final int[] neurons;
  private final Parallel parallel;
  private final Simulator simulator;

  /**
   * @param weights that it runs with
   * @param inputTrials trials whose inputs are recorded
   * @throws UserError if {@code record.neurons} names neurons that are not there
   */
  FreeRun(
      BuiltNetwork built,
      ScalingFactors factors,
      SynapticWeights weights,
      int trials,
      int inputTrials,
      RecordSection recorded,
      Parallel parallel) {
    this.built = built;
    this.factors = factors;
    this.weights = weights;
    this.trials = trials;
    this.inputTrials = inputTrials;
    this.recorded = recorded;
    this.parallel = parallel;
    this.neurons = chosen(built, recorded);
    this.simulator = simulator(SLICE);
  }

  private static int[] chosen(BuiltNetwork built, RecordSection recorded) {
    try {
      return ChosenNeurons.orProbed(
          recorded.neurons(), built.population().types(), built.network());
    } catch (IllegalArgumentException e) {
      throw new UserError("record.neurons: " + e.getMessage());
    }
  }

  private Simulator simulator(int steps) {
    Simulator made = new Simulator(built.network(), trials, steps, Recording.VOLTAGES, parallel);
    made.load(weights);
    return made;
  }

  /**
   * From reset, with nothing recorded.
   *
   * @param input what the input process starts with
   */
  FreeRunState start(Arrays input) {
    return new FreeRunState(
        NetworkState.atReset(built.network(), trials),
        input,
        new SpikeWindow(built.network().neurons(), trials, Integer.MAX_VALUE),
        new SpikeWindow(built.network().inputs(), inputTrials, Integer.MAX_VALUE),
        new VoltageSums(built.network()),
        new MembraneRatio(built.network().neurons()),
        new ProbeWindow(built.network(), Probes.cells(built.network()), 0, Integer.MAX_VALUE),
        new Recorder(built.network(), recorded, neurons, trials));
  }

  /**
   * Runs a slice; the state is updated in place.
   *
   * @param slice its input, of at most {@link #SLICE} steps
   * @param first number of its first step
   */
  void advance(FreeRunState state, ChunkInput slice, long first) {
    Simulator runs = slice.steps() == SLICE ? simulator : simulator(slice.steps());
    state.network = runs.forward(state.network, factors, slice);
    ChunkRecord record = runs.record(factors).withWeights(weights);
    record.requireFinite(first);
    state.spikes.add(record.spikes());
    state.inputSpikes.add(InputTrains.of(slice, inputTrials));
    state.voltages.add(record, parallel);
    state.membranes.add(record);
    state.probes.add(record, slice);
    state.recorder.add(record, slice);
  }

  /** What happened so far. */
  Activity activity(FreeRunState state) {
    return new Activity(
        built.population(),
        state.spikes.joined(),
        state.inputSpikes.joined(),
        state.probes.recorded());
  }
}
