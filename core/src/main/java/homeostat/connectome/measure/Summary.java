package homeostat.connectome.measure;

import java.util.Arrays;

/**
 * A distribution in a few numbers; quantiles interpolate linearly between order statistics. Without
 * values, all but the count are NaN.
 *
 * @param count number of values
 * @param min smallest
 * @param q05 5 % quantile
 * @param median 50 % quantile
 * @param mean arithmetic mean
 * @param q95 95 % quantile
 * @param q99 99 % quantile
 * @param max largest
 */
public record Summary(
    long count,
    double min,
    double q05,
    double median,
    double mean,
    double q95,
    double q99,
    double max) {

  /** The summary of some values. */
  public static Summary of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Summary(
        sorted.length,
        quantile(sorted, 0),
        quantile(sorted, 0.05),
        quantile(sorted, 0.5),
        mean(values),
        quantile(sorted, 0.95),
        quantile(sorted, 0.99),
        quantile(sorted, 1));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double quantile(double[] sorted, double q) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = q * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
