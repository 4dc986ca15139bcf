package homeostat.kinds.spiking.recording;

import homeostat.array.Arrays;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.spiking.NetworkState;
import homeostat.spiking.SpikingNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Recordings from the inside of some cells of every type, in trial 0, step by step. */
public final class Probes {
  private static final int PER_TYPE = 12;

  private final SpikingNetwork network;
  private final List<Activity.Probe> probes = new ArrayList<>();
  private final int steps;
  private int filled;

  /**
   * @param steps how many will be recorded
   */
  public Probes(SpikingNetwork network, int steps) {
    this.network = network;
    this.steps = steps;
    int synapses = network.physiology().synapses();
    for (int neuron : cells(network)) {
      probes.add(new Activity.Probe(neuron, new float[steps], new float[synapses][steps]));
    }
  }

  /** The cells that are recorded from: evenly spread over the neurons of each type. */
  public static int[] cells(SpikingNetwork network) {
    int[] cellTypes = network.cellTypes();
    return IntStream.range(0, network.physiology().types())
        .flatMap(type -> {
          int[] members =
              IntStream.range(0, cellTypes.length).filter(n -> cellTypes[n] == type).toArray();
          int count = Math.min(PER_TYPE, members.length);
          return IntStream.range(0, count)
              .map(i -> members[(int) ((long) i * members.length / count)]);
        })
        .toArray();
  }

  /** Records a step. */
  public void read(NetworkState state) {
    for (Activity.Probe probe : probes) {
      probe.voltage()[filled] = state.potential(network, 0, probe.neuron());
      for (int k = 0; k < probe.conductance().length; k++) {
        probe.conductance()[k][filled] = state.conductance(network, 0, probe.neuron(), k);
      }
    }
    filled++;
  }

  /** What was recorded. */
  public List<Activity.Probe> recorded() {
    return List.copyOf(probes);
  }

  /** All of it, as arrays of their own. */
  public Arrays save() {
    int synapses = network.physiology().synapses();
    float[] all = new float[probes.size() * (1 + synapses) * filled];
    int at = 0;
    for (Activity.Probe probe : probes) {
      System.arraycopy(probe.voltage(), 0, all, at, filled);
      at += filled;
      for (float[] conductance : probe.conductance()) {
        System.arraycopy(conductance, 0, all, at, filled);
        at += filled;
      }
    }
    return Arrays.builder().put("traces", all).put("filled", new int[] {filled}).build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  public void restore(Arrays saved) {
    filled = Math.min(steps, saved.ints("filled")[0]);
    float[] all = saved.floats("traces");
    int at = 0;
    for (Activity.Probe probe : probes) {
      System.arraycopy(all, at, probe.voltage(), 0, filled);
      at += filled;
      for (float[] conductance : probe.conductance()) {
        System.arraycopy(all, at, conductance, 0, filled);
        at += filled;
      }
    }
  }
}
