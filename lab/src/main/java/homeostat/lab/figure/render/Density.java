package homeostat.lab.figure.render;

import java.util.Arrays;

/**
 * Distribution of a sample: quartiles, and a Gaussian kernel density with Silverman's (1986) band
 * width, cut off at the smallest and largest value.
 *
 * @param sorted finite values in ascending order, as they lie on the axis
 * @param at places of the density, evenly spaced; empty if all values are equal or fewer than 3
 * @param density at these places, with highest value 1
 */
record Density(double[] sorted, double[] at, double[] density) {
  private static final int PLACES = 256;

  static Density of(double[] values, boolean log) {
    double[] sorted =
        Arrays.stream(values)
            .filter(v -> Math.abs(v) < 1e150 && (!log || v > 0))
            .map(v -> log ? StrictMath.log10(v) : v)
            .sorted()
            .toArray();
    int n = sorted.length;
    if (n < 3 || !(sorted[n - 1] > sorted[0])) {
      return new Density(sorted, new double[0], new double[0]);
    }
    double lo = sorted[0];
    double step = (sorted[n - 1] - lo) / (PLACES - 1);
    double[] counts = new double[PLACES];
    double mean = 0;
    for (double v : sorted) {
      counts[(int) Math.rint((v - lo) / step)]++;
      mean += v / n;
    }
    double variance = 0;
    for (double v : sorted) {
      variance += (v - mean) * (v - mean) / (n - 1);
    }
    double quartiles = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
    double deviation = Math.sqrt(variance);
    double scale = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
    double width = Math.max(0.9 * scale * StrictMath.pow(n, -0.2), step);
    double[] kernel = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      double z = i * step / width;
      kernel[i] = StrictMath.exp(-0.5 * z * z);
    }
    double[] at = new double[PLACES];
    double[] density = new double[PLACES];
    double highest = 0;
    for (int i = 0; i < PLACES; i++) {
      at[i] = lo + i * step;
      for (int j = 0; j < PLACES; j++) {
        density[i] += counts[j] * kernel[Math.abs(i - j)];
      }
      highest = Math.max(highest, density[i]);
    }
    for (int i = 0; i < PLACES; i++) {
      density[i] /= highest;
    }
    return new Density(sorted, at, density);
  }

  /** A quantile, interpolated between neighbours. */
  double quantile(double p) {
    return quantile(sorted, p);
  }

  private static double quantile(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }
}
