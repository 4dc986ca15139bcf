package homeostat.spiking;

import java.util.Arrays;

/**
 * Scaling factors of the weights, one per pair of source type and target type; all positive.
 *
 * @param types number of cell types C
 * @param inputTypes number of input types F
 * @param recurrent [source cell type][target cell type], flat, C x C ({@code A})
 * @param feedforward [input type][target cell type], flat, F x C ({@code A_FF})
 */
public record ScalingFactors(int types, int inputTypes, double[] recurrent, double[] feedforward) {
  /** Name of the trained parameter ln A. */
  public static final String RECURRENT = "log_scaling_factors";

  /** Name of the trained parameter ln A_FF. */
  public static final String FEEDFORWARD = "log_scaling_factors_FF";

  /** Checks sizes and positivity. */
  public ScalingFactors {
    if (recurrent.length != types * types || feedforward.length != inputTypes * types) {
      throw new IllegalArgumentException(
          recurrent.length
              + " and "
              + feedforward.length
              + " scaling factors are not "
              + types
              + " x "
              + types
              + " and "
              + inputTypes
              + " x "
              + types);
    }
    for (double[] block : new double[][] {recurrent, feedforward}) {
      for (double factor : block) {
        if (!(factor > 0)) {
          throw new IllegalArgumentException("scaling factor " + factor + " is not positive");
        }
      }
    }
  }

  /** All ones. */
  public static ScalingFactors ones(Physiology physiology) {
    int types = physiology.types();
    double[] recurrent = new double[types * types];
    double[] feedforward = new double[physiology.inputTypes() * types];
    Arrays.fill(recurrent, 1);
    Arrays.fill(feedforward, 1);
    return new ScalingFactors(types, physiology.inputTypes(), recurrent, feedforward);
  }

  /** The factor of presynaptic group p (cell types, then input types) on target type c. */
  public double of(int group, int target) {
    return group < types
        ? recurrent[group * types + target]
        : feedforward[(group - types) * types + target];
  }
}
