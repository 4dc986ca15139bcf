package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.array.NdArray;

/**
 * State of a batch of networks: potentials and conductance components. It is a value that a step
 * consumes: the arrays are updated in place and the same object is handed back. The same shape
 * holds the costate (the gradient with respect to a state).
 *
 * @param batch number of batch elements B
 * @param v [block][slot * 16 + lane] potential, mV
 * @param g [block][2 k + component][slot * 16 + lane] conductance components, nS
 */
public record NetworkState(int batch, float[][] v, float[][][] g) {

  /** The reset state: v = U_reset, no conductance. */
  public static NetworkState atReset(ConductanceNetwork network, int batch) {
    NetworkState state = zero(network, batch);
    SlotOrder slots = network.slots();
    for (float[] block : state.v) {
      for (int c = 0; c < network.physiology().types(); c++) {
        float reset = (float) network.physiology().cells().get(c).reset();
        java.util.Arrays.fill(
            block, slots.start()[c] * Blocks.WIDTH, slots.start()[c + 1] * Blocks.WIDTH, reset);
      }
    }
    return state;
  }

  /** All zero: the costate after the last step. */
  public static NetworkState zero(ConductanceNetwork network, int batch) {
    if (batch < 1) {
      throw new IllegalArgumentException("batch = " + batch + " is below 1");
    }
    int blocks = Blocks.count(batch);
    int size = network.neurons() * Blocks.WIDTH;
    return new NetworkState(
        batch,
        new float[blocks][size],
        new float[blocks][2 * network.physiology().synapses()][size]);
  }

  /** Bytes of the arrays of a state. */
  public static long bytes(int neurons, int synapses, int batch) {
    return 4L * Blocks.count(batch) * Blocks.WIDTH * neurons * (1 + 2 * synapses);
  }

  /** Potential of a neuron in a batch element, mV. */
  public float potential(ConductanceNetwork network, int element, int neuron) {
    return v[element / Blocks.WIDTH][at(network, element, neuron)];
  }

  /** Conductance of synapse type k on a neuron in a batch element, rise and decay together, nS. */
  public float conductance(ConductanceNetwork network, int element, int neuron, int k) {
    float[][] components = g[element / Blocks.WIDTH];
    int at = at(network, element, neuron);
    return components[2 * k][at] + components[2 * k + 1][at];
  }

  private static int at(ConductanceNetwork network, int element, int neuron) {
    return network.slots().slotOf()[neuron] * Blocks.WIDTH + element % Blocks.WIDTH;
  }

  /** Sets every entry to zero. */
  public void clear() {
    for (int block = 0; block < v.length; block++) {
      java.util.Arrays.fill(v[block], 0);
      for (float[] component : g[block]) {
        java.util.Arrays.fill(component, 0);
      }
    }
  }

  /**
   * As arrays in the order of neurons: {@code v} [batch][neuron] and {@code g}
   * [batch][neuron][component][synapse].
   */
  public Arrays toArrays(ConductanceNetwork network) {
    int neurons = network.neurons();
    int synapses = network.physiology().synapses();
    int[] slotOf = network.slots().slotOf();
    float[] potentials = new float[batch * neurons];
    float[] conductances = new float[NdArray.count(batch, neurons, 2, synapses)];
    for (int b = 0; b < batch; b++) {
      int block = b / Blocks.WIDTH;
      for (int n = 0; n < neurons; n++) {
        int at = slotOf[n] * Blocks.WIDTH + b % Blocks.WIDTH;
        int to = b * neurons + n;
        potentials[to] = v[block][at];
        for (int k = 0; k < synapses; k++) {
          conductances[(2 * to) * synapses + k] = g[block][2 * k][at];
          conductances[(2 * to + 1) * synapses + k] = g[block][2 * k + 1][at];
        }
      }
    }
    return Arrays.builder()
        .put("v", potentials, batch, neurons)
        .put("g", conductances, batch, neurons, 2, synapses)
        .build();
  }

  /** From arrays as {@link #toArrays} gives them (of any floating type). */
  public static NetworkState from(ConductanceNetwork network, Arrays arrays) {
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
        int at = slotOf[n] * Blocks.WIDTH + b % Blocks.WIDTH;
        int from = b * neurons + n;
        state.v[block][at] = potentials[from];
        for (int k = 0; k < synapses; k++) {
          state.g[block][2 * k][at] = conductances[(2 * from) * synapses + k];
          state.g[block][2 * k + 1][at] = conductances[(2 * from + 1) * synapses + k];
        }
      }
    }
    return state;
  }
}
