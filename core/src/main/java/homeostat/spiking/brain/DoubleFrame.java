package homeostat.spiking.brain;

import homeostat.array.NdArray;
import homeostat.connectome.brain.SynapseRows;
import homeostat.kernel.Kernels;
import homeostat.kernel.Potentials;

/** {@link Frame} in float64. */
final class DoubleFrame implements Frame {
  /** Smaller than anything a potential could notice, larger than where arithmetic gets slow. */
  private static final double TINY = 1e-25;

  private final FrameTables tables;
  private final FireTest test;
  private final boolean integrating;
  private final double reset;
  private final double firesAbove;
  private final double perArrival;
  private final int[] entries;
  private final float[] weights;
  private final int bits;
  private final int mask;
  private final double[] state;
  private final Potentials potentials = Kernels.active().potentials();

  DoubleFrame(BrainNetwork network, FrameTables tables) {
    BrainParameters parameters = network.parameters();
    SynapseRows rows = network.rows();
    this.tables = tables;
    this.test = new FireTest(parameters, 1e-9);
    this.integrating = parameters.refractoriness() == BrainParameters.Refractoriness.INTEGRATING;
    this.reset = parameters.reset() - parameters.rest();
    this.firesAbove = parameters.firesAbove();
    this.perArrival = parameters.perSynapse() * tables.k;
    this.entries = rows.entries();
    this.weights = rows.weights();
    this.bits = rows.targetBits();
    this.mask = (1 << bits) - 1;
    this.state = new double[2 * rows.neurons()];
  }

  @Override
  public void deliver(int from, int to, int step) {
    double a = (perArrival * tables.membraneGrowth[step]);
    double b = (perArrival * tables.synapseGrowth[step]);
    if (weights.length > 0) {
      for (int e = from; e < to; e++) {
        int at = 2 * entries[e];
        state[at] += weights[e] * a;
        state[at + 1] += weights[e] * b;
      }
      return;
    }
    for (int e = from; e < to; e++) {
      int entry = entries[e];
      int at = 2 * (entry & mask);
      double count = entry >> bits;
      state[at] += count * a;
      state[at + 1] += count * b;
    }
  }

  @Override
  public int deliver(int from, int to, int step, int[] candidates) {
    double a = (perArrival * tables.membraneGrowth[step]);
    double b = (perArrival * tables.synapseGrowth[step]);
    double bound = test.arrivalBound() * tables.membraneGrowth[step];
    int found = 0;
    if (weights.length > 0) {
      for (int e = from; e < to; e++) {
        int at = 2 * entries[e];
        double sum = state[at] + weights[e] * a;
        state[at] = sum;
        state[at + 1] += weights[e] * b;
        candidates[found] = at >> 1;
        found += (int) (Double.doubleToRawLongBits(bound - sum) >>> 63);
      }
      return able(candidates, found, step);
    }
    for (int e = from; e < to; e++) {
      int entry = entries[e];
      int target = entry & mask;
      int at = 2 * target;
      double count = entry >> bits;
      double sum = state[at] + count * a;
      state[at] = sum;
      state[at + 1] += count * b;
      candidates[found] = target;
      // The sign bit, for a branch here is mispredicted at every neuron near its threshold.
      found += (int) (Double.doubleToRawLongBits(bound - sum) >>> 63);
    }
    return able(candidates, found, step);
  }

  /** Keeps those candidates that can fire. */
  private int able(int[] candidates, int count, int step) {
    double x = tables.membraneDecay[step];
    double y = tables.synapseDecay[step];
    int kept = 0;
    for (int c = 0; c < count; c++) {
      int neuron = candidates[c];
      candidates[kept] = neuron;
      if (test.canFireAfterArrival(state[2 * neuron] * x, state[2 * neuron + 1] * y)) {
        kept++;
      }
    }
    return kept;
  }

  @Override
  public void raise(int neuron, double millivolts, int step) {
    state[2 * neuron] += (millivolts * tables.membraneGrowth[step]);
  }

  @Override
  public boolean canFire(int neuron, int step) {
    return test.canFire(
        state[2 * neuron] * tables.membraneDecay[step],
        state[2 * neuron + 1] * tables.synapseDecay[step]);
  }

  @Override
  public int above(int[] watched, int count, int step, int[] fired, int firedSoFar) {
    double x = tables.membraneDecay[step];
    double y = tables.synapseDecay[step];
    int found = firedSoFar;
    for (int i = 0; i < count; i++) {
      int at = 2 * watched[i];
      if (state[at] * x - state[at + 1] * y > firesAbove) {
        fired[found++] = watched[i];
      }
    }
    return found;
  }

  @Override
  public int above(int from, int to, int step, int[] fired, int firedSoFar) {
    return potentials.above(
        state,
        from,
        to,
        tables.membraneDecay[step],
        tables.synapseDecay[step],
        firesAbove,
        fired,
        firedSoFar);
  }

  @Override
  public void deafen(int neuron) {
    state[2 * neuron] = Double.NaN;
  }

  @Override
  public void release(int neuron, int step) {
    double kept = 0;
    if (integrating) {
      kept = state[2 * neuron + 1] * tables.synapseDecay[step];
    } else {
      state[2 * neuron + 1] = 0;
    }
    state[2 * neuron] = ((reset + kept) * tables.membraneGrowth[step]);
  }

  @Override
  public void rescale(int from, int to) {
    potentials.rescale(
        state,
        from,
        to,
        tables.membraneDecay[tables.period],
        tables.synapseDecay[tables.period],
        TINY);
  }

  @Override
  public NdArray save() {
    return new NdArray.F8(state.clone(), new int[] {state.length / 2, 2});
  }

  @Override
  public void load(NdArray saved) {
    if (!(saved instanceof NdArray.F8 array) || array.data().length != state.length) {
      throw new IllegalArgumentException(
          "saved state is " + saved.type() + " of " + saved.size() + ", not f8 of " + state.length);
    }
    System.arraycopy(array.data(), 0, state, 0, state.length);
  }
}
