package homeostat.kinds.dale.study;

import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The test of Mann and Whitney (1947) whether values of one sample tend to be larger than those of
 * another: U counts the pairs (x, y) with x above y, those with x = y half.
 *
 * @param u of the first sample
 * @param p two-sided; exact for samples of at most 20 values without ties, else by the normal
 *     approximation with corrections for ties and continuity. NaN if a sample is empty
 */
record MannWhitney(double u, double p) {
  private static final int EXACT = 20;

  static MannWhitney of(double[] x, double[] y) {
    int n = x.length;
    int m = y.length;
    double u = 0;
    for (double a : x) {
      for (double b : y) {
        u += a > b ? 1 : a == b ? 0.5 : 0;
      }
    }
    double[] all = DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(y)).sorted().toArray();
    double ties = ties(all);
    if (n == 0 || m == 0) {
      return new MannWhitney(u, Double.NaN);
    }
    return new MannWhitney(
        u, ties == 0 && Math.max(n, m) <= EXACT ? exact(n, m, u) : normal(n, m, u, ties));
  }

  /** The sum of t^3 - t over groups of t equal values. */
  private static double ties(double[] sorted) {
    double sum = 0;
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - from;
        sum += t * t * t - t;
        from = i;
      }
    }
    return sum;
  }

  private static double normal(int n, int m, double u, double ties) {
    double total = n + m;
    double variance = (double) n * m / 12 * (total + 1 - ties / (total * (total - 1)));
    if (variance == 0) {
      return 1;
    }
    double z = Math.max(Math.abs(u - n * m / 2.0) - 0.5, 0) / Math.sqrt(variance);
    return Math.min(1, 2 * (1 - new NormalDistribution().cumulativeProbability(z)));
  }

  /** Counts the orders of the values that give each U: by whose value is largest. */
  private static double exact(int n, int m, double u) {
    double[][][] orders = new double[n + 1][m + 1][n * m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (i == 0 || j == 0) {
          orders[i][j][0] = 1;
          continue;
        }
        for (int k = 0; k <= i * j; k++) {
          orders[i][j][k] = orders[i][j - 1][k] + (k >= j ? orders[i - 1][j][k - j] : 0);
        }
      }
    }
    double all = DoubleStream.of(orders[n][m]).sum();
    double least = Math.min(u, n * m - u);
    double tail = 0;
    for (int k = 0; k <= least; k++) {
      tail += orders[n][m][k];
    }
    return Math.min(1, 2 * tail / all);
  }
}
