package homeostat.kinds.memory.analysis;

import java.util.Arrays;

/**
 * A learning curve in three numbers.
 *
 * @param lowest the lowest loss
 * @param lowestEpoch its first epoch, from 0
 * @param nearEpoch the first epoch whose loss is within some share of the range from the lowest; 0
 *     for a flat curve
 */
public record LossSummary(double lowest, int lowestEpoch, int nearEpoch) {

  /**
   * The summary of a curve.
   *
   * @param losses [epoch]
   * @param percent p: near is 100 (l - min) / (max - min) &lt;= 100 - p
   */
  public static LossSummary of(double[] losses, double percent) {
    int best = 0;
    double largest = losses[0];
    for (int e = 1; e < losses.length; e++) {
      best = losses[e] < losses[best] ? e : best;
      largest = Math.max(largest, losses[e]);
    }
    double min = losses[best];
    double range = largest - min;
    int near = 0;
    while (range > 0 && !(100 * (losses[near] - min) / range <= 100 - percent)) {
      near++;
    }
    return new LossSummary(min, best, near);
  }

  /** Mean over curves: [epoch]. */
  public static double[] mean(double[][] curves) {
    double[] mean = new double[curves[0].length];
    for (double[] curve : curves) {
      for (int e = 0; e < mean.length; e++) {
        mean[e] += curve[e] / curves.length;
      }
    }
    return mean;
  }

  /** Sample standard deviation over curves: [epoch]; NaN for a single curve. */
  public static double[] deviation(double[][] curves) {
    double[] mean = mean(curves);
    double[] deviation = new double[mean.length];
    for (double[] curve : curves) {
      for (int e = 0; e < mean.length; e++) {
        deviation[e] += (curve[e] - mean[e]) * (curve[e] - mean[e]);
      }
    }
    return Arrays.stream(deviation).map(d -> Math.sqrt(d / (curves.length - 1))).toArray();
  }
}
