package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.array.NdArray;

/**
 * State of a batch of networks: potentials and conductance components. It is a value that a step
 * consumes: the arrays are updated in place and the same object is handed back. The same shape
 * holds the costate (the gradient with respect to a state).
 *
 * @param batch number of batch elements B
 * @param v [block][entry] potential, mV, entries as in {@link Blocks}
 * @param g [block][vector][2 k + component][lane] conductance components, nS
 * @param rest [block][entry] steps for which a neuron stays refractory; empty without
 *     refractoriness
 */
public record NetworkState(int batch, float[][] v, float[][] g, short[][] rest) {

  /** The reset state: v = U_reset, no conductance. */
  public static NetworkState atReset(SpikingNetwork network, int batch) {
    NetworkState state = zero(network, batch);
    SlotOrder slots = network.slots();
    for (int block = 0; block < state.v.length; block++) {
      int width = Blocks.width(batch, block);
      for (int c = 0; c < network.physiology().types(); c++) {
        float reset = (float) network.physiology().cells().get(c).reset();
        java.util.Arrays.fill(
            state.v[block], slots.start()[c] * width, slots.start()[c + 1] * width, reset);
      }
    }
    return state;
  }

  /** All zero: the costate after the last step. */
  public static NetworkState zero(SpikingNetwork network, int batch) {
    if (batch < 1) {
      throw new IllegalArgumentException("batch = " + batch + " is below 1");
    }
    int blocks = Blocks.count(batch);
    int components = 2 * network.physiology().synapses();
    float[][] v = new float[blocks][];
    float[][] g = new float[blocks][];
    short[][] rest = new short[blocks][];
    for (int block = 0; block < blocks; block++) {
      v[block] = new float[network.slots().slots() * Blocks.width(batch, block)];
      g[block] = new float[v[block].length * components];
      rest[block] = new short[network.isRefractory() ? v[block].length : 0];
    }
    return new NetworkState(batch, v, g, rest);
  }

  /** Bytes of the arrays of a state. */
  public static long bytes(int slots, int synapses, int batch) {
    return 4L * Blocks.lanes(batch) * slots * (1 + 2 * synapses);
  }

  /** Potential of a neuron in a batch element, mV. */
  public float potential(SpikingNetwork network, int element, int neuron) {
    return v[element / Blocks.WIDTH][entry(network, element, neuron)];
  }

  /** Conductance of synapse type k on a neuron in a batch element, rise and decay together, nS. */
  public float conductance(SpikingNetwork network, int element, int neuron, int k) {
    float[] components = g[element / Blocks.WIDTH];
    int count = 2 * network.physiology().synapses();
    int entry = entry(network, element, neuron);
    return components[Blocks.component(entry, count, 2 * k)]
        + components[Blocks.component(entry, count, 2 * k + 1)];
  }

  private int entry(SpikingNetwork network, int element, int neuron) {
    return Blocks.entry(batch, element, network.slots().slotOf()[neuron]);
  }

  /** Sets every entry to zero. */
  public void clear() {
    for (int block = 0; block < v.length; block++) {
      java.util.Arrays.fill(v[block], 0);
      java.util.Arrays.fill(g[block], 0);
      java.util.Arrays.fill(rest[block], (short) 0);
    }
  }

  /**
   * As arrays in the order of neurons: {@code v} [batch][neuron], {@code g}
   * [batch][neuron][component][synapse] and, of a refractory network, {@code rest} [batch][neuron].
   */
  public Arrays toArrays(SpikingNetwork network) {
    int neurons = network.neurons();
    int synapses = network.physiology().synapses();
    int[] slotOf = network.slots().slotOf();
    float[] potentials = new float[batch * neurons];
    float[] conductances = new float[NdArray.count(batch, neurons, 2, synapses)];
    for (int b = 0; b < batch; b++) {
      int block = b / Blocks.WIDTH;
      for (int n = 0; n < neurons; n++) {
        int at = Blocks.entry(batch, b, slotOf[n]);
        int to = b * neurons + n;
        potentials[to] = v[block][at];
        for (int k = 0; k < synapses; k++) {
          int rise = Blocks.component(at, 2 * synapses, 2 * k);
          conductances[(2 * to) * synapses + k] = g[block][rise];
          conductances[(2 * to + 1) * synapses + k] = g[block][rise + Blocks.WIDTH];
        }
      }
    }
    Arrays.Builder arrays =
        Arrays.builder()
            .put("v", potentials, batch, neurons)
            .put("g", conductances, batch, neurons, 2, synapses);
    if (network.isRefractory()) {
      int[] left = new int[batch * neurons];
      for (int i = 0; i < left.length; i++) {
        left[i] = rest[i / neurons / Blocks.WIDTH][entry(network, i / neurons, i % neurons)];
      }
      arrays.put("rest", left, batch, neurons);
    }
    return arrays.build();
  }

  /** From arrays as {@link #toArrays} gives them (of any floating type). */
  public static NetworkState from(SpikingNetwork network, Arrays arrays) {
    int batch = arrays.get("v").shape()[0];
    int neurons = network.neurons();
    int synapses = network.physiology().synapses();
    NetworkState state = atReset(network, batch);
    float[] potentials = arrays.get("v").toFloats();
    float[] conductances = arrays.get("g").toFloats();
    if (potentials.length != batch * neurons
        || conductances.length != batch * neurons * 2 * synapses) {
      throw new IllegalArgumentException(
          potentials.length
              + " potentials and "
              + conductances.length
              + " conductances do not fit a batch of "
              + batch
              + ", "
              + neurons
              + " neurons and "
              + synapses
              + " synapse types");
    }
    int[] slotOf = network.slots().slotOf();
    for (int b = 0; b < batch; b++) {
      int block = b / Blocks.WIDTH;
      for (int n = 0; n < neurons; n++) {
        int at = Blocks.entry(batch, b, slotOf[n]);
        int from = b * neurons + n;
        state.v[block][at] = potentials[from];
        if (network.isRefractory() && arrays.find("rest").isPresent()) {
          state.rest[block][at] = (short) arrays.get("rest").at(from);
        }
        for (int k = 0; k < synapses; k++) {
          int rise = Blocks.component(at, 2 * synapses, 2 * k);
          state.g[block][rise] = conductances[(2 * from) * synapses + k];
          state.g[block][rise + Blocks.WIDTH] = conductances[(2 * from + 1) * synapses + k];
        }
      }
    }
    return state;
  }
}
