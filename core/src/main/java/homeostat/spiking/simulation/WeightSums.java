package homeostat.spiking.simulation;

import homeostat.spiking.WeightGradient;
import java.util.Arrays;

/**
 * Sums over the spikes of one block for the gradient of weights: for a synapse i to j, sum_b s_i
 * q_jp, with A in q. Only rows of spiking senders are touched.
 *
 * @param recurrent [entry of the recurrent projection]
 * @param inputs [entry of the input projection]
 */
record WeightSums(float[] recurrent, float[] inputs) {

  static WeightSums of(Layout layout) {
    return new WeightSums(
        new float[layout.recurrent().entries()], new float[layout.inputs().entries()]);
  }

  void clear() {
    Arrays.fill(recurrent, 0);
    Arrays.fill(inputs, 0);
  }

  /** The gradient of all blocks together: {@code dL/d W_ij = sum_b s_i q_jp}. */
  static WeightGradient total(WeightSums[] blocks, Layout layout) {
    double[] recurrent = new double[layout.recurrent().entries()];
    double[] feedforward = new double[layout.inputs().entries()];
    for (WeightSums block : blocks) {
      layout.recurrent().spread(block.recurrent, recurrent);
      layout.inputs().spread(block.inputs, feedforward);
    }
    return new WeightGradient(recurrent, feedforward);
  }
}
