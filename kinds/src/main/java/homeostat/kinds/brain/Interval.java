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

  /** Intervals over a fixed number of values; the quantile of their distribution is costly. */
  record Maker(int n, double quantile) {
    private static final double UPPER = 0.975;

    static Maker over(int n) {
      double quantile =
          n < 2 ? Double.NaN : new TDistribution(n - 1).inverseCumulativeProbability(UPPER);
      return new Maker(n, quantile);
    }

    /**
     * From sums over the values.
     *
     * @param sum of the values
     * @param squares sum of their squares
     */
    Interval of(double sum, double squares) {
      double mean = sum / n;
      double variance = Math.max(0, (squares - sum * mean) / (n - 1));
      double half = quantile * Math.sqrt(variance / n);
      return new Interval(mean, mean - half, mean + half);
    }
  }

  Interval scaled(double factor) {
    return new Interval(mean * factor, low * factor, high * factor);
  }
}
