package homeostat.lyapunov;

/**
 * How well exponents are known: means over blocks that are long against the autocorrelation of the
 * growths, their standard error, and the interval that holds the long-run value with 95 %
 * (Student's t over blocks). Without chaos there is nothing random to average: at a fixed point or
 * on a cycle, whose growths stay correlated, the half-width is how far the running mean still
 * strays in the second half of the time.
 *
 * @param halfWidth half of the 95 % interval of each exponent, [k]; infinite with too few blocks
 * @param drift difference of the averages over both halves of the time, [k]
 * @param correlation integrated autocorrelation time of the growths, [k], in units of time
 * @param blocks number of blocks that the intervals come from, of the exponent with fewest
 * @param time time averaged over
 */
public record Convergence(
    double[] halfWidth, double[] drift, double[] correlation, int blocks, double time) {
  private static final int MOST_BLOCKS = 20;
  private static final int LEAST_BLOCKS = 6;
  private static final double ROUNDING = 1e-9;

  /** Ten times the usual time, which is half of the sum over both sides taken here. */
  private static final double BLOCK_IN_CORRELATIONS = 5;

  /** Of a spectrum, as far as it has come. */
  public static Convergence of(Spectrum spectrum) {
    int k = spectrum.exponents().length;
    double[][] local = spectrum.local();
    // The last interval may be short; its weight would be too large.
    int count = local.length;
    if (count > 1 && spectrum.lengths()[count - 1] < spectrum.lengths()[0]) {
      count--;
    }
    double interval = count == 0 ? 0 : spectrum.lengths()[0] * spectrum.duration();
    double[] halfWidth = new double[k];
    double[] drift = new double[k];
    double[] correlation = new double[k];
    int fewest = MOST_BLOCKS;
    boolean regular = java.util.Arrays.stream(spectrum.exponents()).max().orElse(0) <= 0;
    for (int j = 0; j < k; j++) {
      double[] series = new double[count];
      for (int r = 0; r < count; r++) {
        series[r] = local[r][j];
      }
      double scatter = deviation(series);
      if (count >= LEAST_BLOCKS && scatter < ROUNDING * (1 + Math.abs(mean(series, 0, count)))) {
        // The same growth in every interval: what is left is rounding, and correlates as it likes.
        halfWidth[j] = scatter;
        correlation[j] = interval;
        fewest = Math.min(fewest, count);
        continue;
      }
      double intervals = correlation(series);
      correlation[j] = intervals * interval;
      drift[j] = mean(series, count / 2, count) - mean(series, 0, count / 2);
      int length = Math.max(1, (int) Math.ceil(BLOCK_IN_CORRELATIONS * intervals));
      int blocks = Math.min(MOST_BLOCKS, count / length);
      halfWidth[j] = halfWidth(series, blocks);
      if (regular && blocks < LEAST_BLOCKS && count >= 2 * LEAST_BLOCKS) {
        halfWidth[j] = wandering(series);
        blocks = LEAST_BLOCKS;
      }
      fewest = Math.min(fewest, blocks);
    }
    return new Convergence(halfWidth, drift, correlation, fewest, spectrum.time());
  }

  private static double deviation(double[] series) {
    double mean = mean(series, 0, series.length);
    double squares = 0;
    for (double value : series) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / series.length);
  }

  /** Sum of autocorrelations as long as they are positive, both sides; at least 1. */
  private static double correlation(double[] series) {
    int n = series.length;
    double mean = mean(series, 0, n);
    double variance = 0;
    for (double value : series) {
      variance += (value - mean) * (value - mean);
    }
    double sum = 1;
    for (int lag = 1; lag < n / 2 && variance > 0; lag++) {
      double products = 0;
      for (int i = lag; i < n; i++) {
        products += (series[i] - mean) * (series[i - lag] - mean);
      }
      if (products <= 0) {
        break;
      }
      sum += 2 * products / variance;
    }
    return sum;
  }

  private static double mean(double[] series, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += series[i];
    }
    return sum / (to - from);
  }

  private static double halfWidth(double[] series, int blocks) {
    if (blocks < LEAST_BLOCKS) {
      return Double.POSITIVE_INFINITY;
    }
    int length = series.length / blocks;
    int first = series.length - blocks * length;
    double[] means = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      means[b] = mean(series, first + b * length, first + (b + 1) * length);
    }
    double mean = mean(means, 0, blocks);
    double squares = 0;
    for (double m : means) {
      squares += (m - mean) * (m - mean);
    }
    return student(blocks - 1) * Math.sqrt(squares / (blocks - 1) / blocks);
  }

  /** How far the running mean strays from its end over the second half of the time. */
  private static double wandering(double[] series) {
    double end = mean(series, 0, series.length);
    double farthest = 0;
    double sum = 0;
    for (int n = 1; n < series.length; n++) {
      sum += series[n - 1];
      if (n >= series.length / 2) {
        farthest = Math.max(farthest, Math.abs(sum / n - end));
      }
    }
    return farthest;
  }

  /** The 97.5 % point of Student's t (Cornish and Fisher's expansion about the normal one). */
  static double student(int freedom) {
    double z = 1.959963984540054;
    double z2 = z * z;
    double v = freedom;
    return z
        + z * (z2 + 1) / (4 * v)
        + z * (5 * z2 * z2 + 16 * z2 + 3) / (96 * v * v)
        + z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / (384 * v * v * v);
  }

  /**
   * Whether every exponent is known to a tolerance: its interval is narrower to both sides, and the
   * two halves of the time agree to it.
   */
  public boolean within(double tolerance) {
    for (int j = 0; j < halfWidth.length; j++) {
      if (!(halfWidth[j] < tolerance && Math.abs(drift[j]) < tolerance)) {
        return false;
      }
    }
    return true;
  }

  /** One sentence: converged or not, and what would help. */
  public String verdict(double tolerance) {
    int worst = 0;
    for (int j = 0; j < halfWidth.length; j++) {
      worst = halfWidth[j] > halfWidth[worst] ? j : worst;
    }
    if (within(tolerance)) {
      return "converged: every exponent is known to +/- %.2g (lambda_%d is known least)"
          .formatted(halfWidth[worst], worst + 1);
    }
    if (Double.isInfinite(halfWidth[worst])) {
      return ("not converged: %.4g time units hold only %d independent pieces of lambda_%d; average"
              + " over at least %.2g")
          .formatted(
              time,
              blocks,
              worst + 1,
              2 * LEAST_BLOCKS * BLOCK_IN_CORRELATIONS * correlation[worst]);
    }
    if (halfWidth[worst] < tolerance) {
      return "not converged: the two halves of the time differ by more than %.2g; take a longer"
              .formatted(tolerance)
          + " transient, or look for two regimes";
    }
    double factor = halfWidth[worst] / tolerance;
    return "not converged: lambda_%d is known to +/- %.2g, not %.2g; average over about %.2g"
        .formatted(worst + 1, halfWidth[worst], tolerance, time * factor * factor * 1.2);
  }
}
