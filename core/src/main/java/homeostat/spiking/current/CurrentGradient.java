package homeostat.spiking.current;

import homeostat.kernel.Csr;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.WeightGradient;

/**
 * Gradients of a chunk of a current-based network.
 *
 * @param factors with respect to ln A and ln A_FF
 * @param weights with respect to ln W and ln V
 */
public record CurrentGradient(FactorGradient factors, WeightGradient weights) {

  static CurrentGradient zero(CurrentNetwork network, ScalingFactors factors) {
    return new CurrentGradient(
        new FactorGradient(
            new double[factors.recurrent().length], new double[factors.feedforward().length]),
        new WeightGradient(
            new double[network.recurrent().entries()],
            new double[network.feedforward().entries()]));
  }

  /** A spike of neuron i of type p; the sums are those of s_i q_jp. */
  void addRecurrent(CurrentNetwork network, int i, int p, float[] q) {
    add(network, network.recurrent(), i, p, q, weights.recurrent(), factors.recurrent());
  }

  /** A spike of an input. */
  void addInput(CurrentNetwork network, int i, int p, float[] q) {
    add(network, network.feedforward(), i, p, q, weights.feedforward(), factors.feedforward());
  }

  private static void add(
      CurrentNetwork network,
      Csr wiring,
      int row,
      int p,
      float[] q,
      double[] ofWeights,
      double[] ofFactors) {
    for (int e = wiring.offsets()[row]; e < wiring.offsets()[row + 1]; e++) {
      int j = wiring.columns()[e];
      ofWeights[e] += q[j];
      ofFactors[p * network.tauMem().length + network.cellTypes()[j]] +=
          (double) wiring.values()[e] * q[j];
    }
  }

  /** d / d ln x = x d / dx, and the factor that a weight's drive passes through. */
  CurrentGradient chained(CurrentNetwork network, ScalingFactors in) {
    for (int i = 0; i < in.recurrent().length; i++) {
      factors.recurrent()[i] *= in.recurrent()[i];
    }
    for (int i = 0; i < in.feedforward().length; i++) {
      factors.feedforward()[i] *= in.feedforward()[i];
    }
    chain(network, network.recurrent(), network.cellTypes(), 0, in, weights.recurrent());
    chain(
        network,
        network.feedforward(),
        network.inputTypes(),
        in.types(),
        in,
        weights.feedforward());
    return this;
  }

  private static void chain(
      CurrentNetwork network,
      Csr wiring,
      int[] senders,
      int shift,
      ScalingFactors in,
      double[] gradient) {
    int[] rowOf = wiring.rowOfEntry();
    for (int e = 0; e < gradient.length; e++) {
      int target = network.cellTypes()[wiring.columns()[e]];
      gradient[e] *= wiring.values()[e] * in.of(shift + senders[rowOf[e]], target);
    }
  }
}
