package homeostat.spiking.statistics;

/** Mean and standard deviation, in two passes. */
public final class Moments {
  private Moments() {}

  /** NaN of no values. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /**
   * NaN of too few values.
   *
   * @param lost degrees of freedom that are lost: 1 for the n - 1 estimator, 0 for a population
   */
  public static double std(double[] values, int lost) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length <= lost ? Double.NaN : StrictMath.sqrt(squares / (values.length - lost));
  }

  /** std / mean with the n - 1 estimator, of at least two values. */
  public static double variation(double[] values) {
    return std(values, 1) / mean(values);
  }
}
