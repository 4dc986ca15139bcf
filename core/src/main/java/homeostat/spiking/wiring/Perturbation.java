package homeostat.spiking.wiring;

import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapticWeights;

/**
 * Weights perturbed by cell types: {@code W_ij F[c(i), c(j)]}, {@code V_ij F_FF[f(i), c(j)]}. A
 * student that starts from them has to learn the scaling factors 1 / F.
 *
 * @param factors F and F_FF
 */
public record Perturbation(ScalingFactors factors) {

  /**
   * Log-normal factors of mean 1: mu = -variance / 2, sigma = sqrt(variance).
   *
   * @param variance variance of the logarithm
   */
  public static Perturbation draw(double variance, int types, int inputTypes, Draws draws) {
    if (!(variance >= 0)) {
      throw new IllegalArgumentException("perturbation variance " + variance + " is negative");
    }
    double[] recurrent = new double[types * types];
    double[] feedforward = new double[inputTypes * types];
    double sigma = StrictMath.sqrt(variance);
    java.util.Arrays.setAll(recurrent, i -> draws.logNormal(-variance / 2, sigma));
    java.util.Arrays.setAll(feedforward, i -> draws.logNormal(-variance / 2, sigma));
    return new Perturbation(new ScalingFactors(types, inputTypes, recurrent, feedforward));
  }

  /** The scaling factors that undo it. */
  public ScalingFactors targets() {
    return new ScalingFactors(
        factors.types(),
        factors.inputTypes(),
        reciprocal(factors.recurrent()),
        reciprocal(factors.feedforward()));
  }

  private static double[] reciprocal(double[] values) {
    return java.util.Arrays.stream(values).map(x -> 1 / x).toArray();
  }

  /** The weights of a network, perturbed. */
  public SynapticWeights of(SpikingNetwork network) {
    return new SynapticWeights(
        scaled(network.recurrent(), network.cellTypes(), 0, network.cellTypes()),
        scaled(network.feedforward(), network.inputTypes(), factors.types(), network.cellTypes()));
  }

  private Csr scaled(Csr wiring, int[] senderTypes, int shift, int[] receiverTypes) {
    int[] rowOf = wiring.rowOfEntry();
    float[] values = new float[wiring.entries()];
    for (int e = 0; e < values.length; e++) {
      int target = receiverTypes[wiring.columns()[e]];
      values[e] = (float) (wiring.values()[e] * factors.of(shift + senderTypes[rowOf[e]], target));
    }
    return wiring.with(values);
  }
}
