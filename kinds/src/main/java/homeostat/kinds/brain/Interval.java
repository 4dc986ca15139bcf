package homeostat.kinds.brain;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean with its 95 % confidence interval by Student's t; NaN bounds where one value gives none.
 *
 * @param mean of the values
 * @param low lower bound
 * @param high upper bound
 */
record Interval(double mean, double low, double high) {
  private static final double UPPER = 0.975;

  /**
   * From sums over n values.
   *
   * @param sum of the values
   * @param squares sum of their squares
   */
  static Interval of(double sum, double squares, int n) {
    double mean = sum / n;
    if (n < 2) {
      return new Interval(mean, Double.NaN, Double.NaN);
    }
    double variance = Math.max(0, (squares - sum * mean) / (n - 1));
    double half =
        new TDistribution(n - 1).inverseCumulativeProbability(UPPER) * Math.sqrt(variance / n);
    return new Interval(mean, mean - half, mean + half);
  }

  Interval scaled(double factor) {
    return new Interval(mean * factor, low * factor, high * factor);
  }
}
