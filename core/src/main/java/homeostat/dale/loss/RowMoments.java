package homeostat.dale.loss;

import homeostat.kernel.Kernels;

/** Mean and population variance over the units of one row; sums in float64. */
public final class RowMoments {
  private RowMoments() {}

  /** Mean of {@code units} values from {@code at}. */
  public static double mean(float[] o, int at, int units) {
    return Kernels.active().reductions().sumDouble(o, at, units) / units;
  }

  /**
   * Their variance: in float64 the difference of two means of squares loses nothing that counts.
   */
  public static double variance(float[] o, int at, int units, double mean) {
    double squares = Kernels.active().reductions().sumSquaresDouble(o, at, units) / units;
    return Math.max(squares - mean * mean, 0);
  }
}
