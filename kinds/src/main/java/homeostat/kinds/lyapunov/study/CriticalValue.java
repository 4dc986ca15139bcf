package homeostat.kinds.lyapunov.study;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * Where the mean largest exponent first becomes positive, by straight lines between values, with
 * its 95 % interval over resampled samples.
 *
 * @param value the critical sigma; not a number where there is no crossing
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record CriticalValue(double value, double low, double high) {
  private static final int RESAMPLED = 1000;

  /**
   * Finds it.
   *
   * @param sigma ascending
   * @param largest lambda_1, [sigma][sample]
   */
  static CriticalValue of(double[] sigma, double[][] largest, long seed) {
    double value = crossing(sigma, means(largest));
    if (Double.isNaN(value)) {
      return new CriticalValue(value, value, value);
    }
    Draws draws = Stream.of(seed, "critical-value").draws();
    double[] found = new double[RESAMPLED];
    int count = 0;
    for (int b = 0; b < RESAMPLED; b++) {
      double[][] again = new double[largest.length][];
      for (int i = 0; i < again.length; i++) {
        again[i] = new double[largest[i].length];
        for (int s = 0; s < again[i].length; s++) {
          again[i][s] = largest[i][draws.integer(again[i].length)];
        }
      }
      double crossing = crossing(sigma, means(again));
      if (!Double.isNaN(crossing)) {
        found[count++] = crossing;
      }
    }
    double[] sorted = java.util.Arrays.copyOf(found, count);
    java.util.Arrays.sort(sorted);
    return new CriticalValue(
        value, sorted[(int) (0.025 * (count - 1))], sorted[(int) (0.975 * (count - 1))]);
  }

  /** Whether there is a crossing. */
  public boolean found() {
    return !Double.isNaN(value);
  }

  private static double[] means(double[][] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = java.util.Arrays.stream(values[i]).average().orElse(Double.NaN);
    }
    return out;
  }

  private static double crossing(double[] sigma, double[] mean) {
    for (int i = 1; i < sigma.length; i++) {
      if (mean[i - 1] <= 0 && mean[i] > 0) {
        return sigma[i - 1] - mean[i - 1] * (sigma[i] - sigma[i - 1]) / (mean[i] - mean[i - 1]);
      }
    }
    return Double.NaN;
  }
}
