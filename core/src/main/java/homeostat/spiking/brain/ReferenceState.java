package homeostat.spiking.brain;

import homeostat.array.Arrays;

/** State of the reference: potential, conductance and refractoriness of every neuron. */
final class ReferenceState implements BrainState {
  /** [neuron] mV. */
  final double[] v;

  /** [neuron] mV. */
  final double[] g;

  /** [neuron] the first step in which it integrates again. */
  final int[] activeFrom;

  final RecentSpikes recent;
  int step;
  long events;

  ReferenceState(BrainNetwork network) {
    v = new double[network.neurons()];
    g = new double[network.neurons()];
    activeFrom = new int[network.neurons()];
    recent = new RecentSpikes(network.parameters().delaySteps());
    java.util.Arrays.fill(v, network.parameters().rest());
  }

  @Override
  public int step() {
    return step;
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public Arrays save() {
    return Arrays.builder()
        .put("step", new long[] {step})
        .put("events", new long[] {events})
        .put("v", v.clone())
        .put("g", g.clone())
        .put("active_from", activeFrom.clone())
        .put("spikes_per_step", recent.savedCounts())
        .put("spikes", recent.savedNeurons())
        .build();
  }

  void load(Arrays saved) {
    step = (int) saved.longs("step")[0];
    events = saved.longs("events")[0];
    System.arraycopy(saved.doubles("v"), 0, v, 0, v.length);
    System.arraycopy(saved.doubles("g"), 0, g, 0, g.length);
    System.arraycopy(saved.ints("active_from"), 0, activeFrom, 0, activeFrom.length);
    recent.load(saved.ints("spikes_per_step"), saved.ints("spikes"));
  }
}
