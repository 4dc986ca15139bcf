package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.InputProcess;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * Runs a network without learning, from reset, and records spikes of all trials and the inside of
 * some cells.
 */
final class FrozenRun {
  private static final int PROBES_PER_TYPE = 12;

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
   * Runs it.
   *
   * @param time of the training whose input it hears, ms
   */
  Activity run(
      ScalingFactors factors, SynapticWeights weights, double time, DoubleConsumer progress) {
    InputProcess heard = input.apply(time);
    Simulator simulator = new Simulator(built.network(), trials, 1, Recording.SPIKES, parallel);
    simulator.load(weights);
    NetworkState state = NetworkState.atReset(built.network(), trials);
    SpikeWindow spikes = new SpikeWindow(built.network().neurons(), trials, 1, steps);
    SpikeWindow inputSpikes = new SpikeWindow(built.network().inputs(), 1, 1, steps);
    List<Activity.Probe> probes = probes();
    Arrays carried = heard.start();
    for (int t = 0; t < steps; t++) {
      InputProcess.Drawn drawn = heard.draw(t, carried, parallel);
      carried = drawn.carried();
      state = simulator.forward(state, factors, drawn.input());
      ChunkRecord record = simulator.record(factors);
      record.requireFinite(t);
      spikes.add(record.spikes());
      inputSpikes.add(InputTrains.ofFirstTrial(drawn.input()));
      for (Activity.Probe probe : probes) {
        read(probe, state, t);
      }
      if ((t + 1) % 100 == 0) {
        progress.accept((t + 1.0) / steps);
      }
    }
    return new Activity(built.population(), spikes.joined(), inputSpikes.joined(), probes);
  }

  private List<Activity.Probe> probes() {
    int[] cellTypes = built.population().cellTypes();
    List<Activity.Probe> probes = new ArrayList<>();
    for (int c = 0; c < built.population().types().size(); c++) {
      int type = c;
      int[] members =
          IntStream.range(0, cellTypes.length).filter(n -> cellTypes[n] == type).toArray();
      int count = Math.min(PROBES_PER_TYPE, members.length);
      for (int i = 0; i < count; i++) {
        int neuron = members[(int) ((long) i * members.length / count)];
        int synapses = built.network().physiology().synapses();
        probes.add(new Activity.Probe(neuron, new float[steps], new float[synapses][steps]));
      }
    }
    return probes;
  }

  private void read(Activity.Probe probe, NetworkState state, int step) {
    probe.voltage()[step] = state.potential(built.network(), 0, probe.neuron());
    for (int k = 0; k < probe.conductance().length; k++) {
      probe.conductance()[k][step] = state.conductance(built.network(), 0, probe.neuron(), k);
    }
  }
}
