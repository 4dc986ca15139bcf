package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.recording.InputTrains;
import homeostat.kinds.spiking.recording.Probes;
import homeostat.kinds.spiking.recording.SpikeWindow;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.InputProcess;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.simulation.Simulator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;

/**
 * Runs a network without learning, from reset, and records spikes of all trials and the inside of
 * some cells.
 */
final class FrozenRun {
  private final BuiltNetwork built;
  private final DoubleFunction<InputProcess> input;
  private final int trials;
  private final int steps;
  private final Parallel parallel;

  /**
   * @param input of a time of the training in ms: chunks of one step with the rates then in force,
   *     for this number of trials
   * @param steps time steps
   */
  FrozenRun(
      BuiltNetwork built,
      DoubleFunction<InputProcess> input,
      int trials,
      int steps,
      Parallel parallel) {
    this.built = built;
    this.input = input;
    this.trials = trials;
    this.steps = steps;
    this.parallel = parallel;
  }

  /**
   * What was seen.
   *
   * @param membranes of all neurons
   */
  record Seen(Activity activity, MembraneRatio membranes) {}

  /**
   * Runs it.
   *
   * @param time of the training whose input it hears, ms
   */
  Seen run(ScalingFactors factors, SynapticWeights weights, double time, DoubleConsumer progress) {
    InputProcess heard = input.apply(time);
    Simulator simulator = new Simulator(built.network(), trials, 1, Recording.SPIKES, parallel);
    simulator.load(weights);
    NetworkState state = NetworkState.atReset(built.network(), trials);
    SpikeWindow spikes = new SpikeWindow(built.network().neurons(), trials, 1, steps);
    SpikeWindow inputSpikes = new SpikeWindow(built.network().inputs(), 1, 1, steps);
    Probes probes = new Probes(built.network(), steps);
    MembraneRatio membranes = new MembraneRatio(built.network().neurons());
    Arrays carried = heard.start();
    for (int t = 0; t < steps; t++) {
      InputProcess.Drawn drawn = heard.draw(t, carried, parallel);
      carried = drawn.carried();
      state = simulator.forward(state, factors, drawn.input());
      ChunkRecord record = simulator.record(factors);
      record.requireFinite(t);
      spikes.add(record.spikes());
      inputSpikes.add(InputTrains.ofFirstTrial(drawn.input()));
      probes.read(state);
      membranes.add(built.network(), state, record.spikes());
      if ((t + 1) % 100 == 0) {
        progress.accept((t + 1.0) / steps);
      }
    }
    return new Seen(
        new Activity(built.population(), spikes.joined(), inputSpikes.joined(), probes.recorded()),
        membranes);
  }
}
