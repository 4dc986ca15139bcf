package homeostat.spiking.wiring;

import homeostat.kernel.Csr;
import java.util.function.IntToDoubleFunction;

/**
 * Multiplicative noise on existing weights that keeps their mean and spread:
 *
 * <pre>
 *   w'_e = w_e max(1 + fraction xi_e, 0)
 *   w''_e = mean(w) + (w'_e - mean(w')) std(w) / std(w')        population std over all entries
 * </pre>
 *
 * <p>The second line can make a small weight negative; see {@link #negative}.
 */
public final class WeightNoise {
  private WeightNoise() {}

  /**
   * Noisy weights.
   *
   * @param fraction standard deviation of the noise over the weight
   * @param normal standard normal number of each entry, row by row
   */
  public static Csr apply(Csr wiring, double fraction, IntToDoubleFunction normal) {
    if (!(fraction >= 0)) {
      throw new IllegalArgumentException("noise fraction " + fraction + " is negative");
    }
    double[] noisy = new double[wiring.entries()];
    for (int e = 0; e < noisy.length; e++) {
      noisy[e] = wiring.values()[e] * Math.max(1 + fraction * normal.applyAsDouble(e), 0);
    }
    double[] before = new double[noisy.length];
    java.util.Arrays.setAll(before, e -> wiring.values()[e]);
    double meanBefore = mean(before);
    double meanAfter = mean(noisy);
    double stdAfter = std(noisy, meanAfter);
    double stretch = stdAfter == 0 ? 1 : std(before, meanBefore) / stdAfter;
    float[] values = new float[noisy.length];
    for (int e = 0; e < values.length; e++) {
      values[e] = (float) (meanBefore + (noisy[e] - meanAfter) * stretch);
    }
    return wiring.with(values);
  }

  /** Number of negative weights: a conductance network needs them cut at 0. */
  public static int negative(Csr wiring) {
    int count = 0;
    for (float weight : wiring.values()) {
      count += weight < 0 ? 1 : 0;
    }
    return count;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double std(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return StrictMath.sqrt(squares / values.length);
  }
}
