package homeostat.spiking.simulation;

import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.WeightGradient;
import java.util.Arrays;

/**
 * Sums over the spikes of one block for the gradient of weights: for a synapse i to j, sum_b s_i
 * q_jp. Only rows of spiking senders are touched.
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

  /**
   * The gradient of all blocks together: {@code dL/d ln W_ij = W_ij A[c(i), c(j)] sum_b s_i q_jp}.
   *
   * @param slotTypes [slot] cell type
   * @param inputTypes [input] input type
   */
  static WeightGradient total(
      WeightSums[] blocks,
      Layout layout,
      int[] slotTypes,
      int[] inputTypes,
      SynapticWeights weights,
      ScalingFactors factors) {
    double[] recurrent = new double[weights.recurrent().values().length];
    double[] feedforward = new double[weights.feedforward().values().length];
    for (WeightSums block : blocks) {
      layout.recurrent().spread(block.recurrent, factors, slotTypes, 0, recurrent);
      layout.inputs().spread(block.inputs, factors, inputTypes, factors.types(), feedforward);
    }
    return new WeightGradient(recurrent, feedforward);
  }
}
