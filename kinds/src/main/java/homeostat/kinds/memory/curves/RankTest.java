package homeostat.kinds.memory.curves;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Mann and Whitney's test of two samples (Annals of Mathematical Statistics 18, 1947), by the
 * normal approximation with correction for ties and continuity.
 *
 * @param p two-sided
 * @param effect rank-biserial correlation: -1 if every value of the first sample is below every one
 *     of the second, 1 if above
 */
public record RankTest(double p, double effect) {

  /** The test of two samples that are not empty. */
  public static RankTest of(double[] first, double[] second) {
    int n = first.length;
    int m = second.length;
    double wins = 0;
    for (double a : first) {
      for (double b : second) {
        wins += a > b ? 1 : a == b ? 0.5 : 0;
      }
    }
    double[] all = Arrays.copyOf(first, n + m);
    System.arraycopy(second, 0, all, n, m);
    Arrays.sort(all);
    double ties = 0;
    for (int from = 0; from < all.length; ) {
      int to = from;
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      double length = to - from;
      ties += length * length * length - length;
      from = to;
    }
    double size = (double) n + m;
    double variance = n * (double) m / 12 * (size + 1 - ties / (size * (size - 1)));
    double gap = Math.max(0, Math.abs(wins - n * (double) m / 2) - 0.5);
    double p =
        variance > 0
            ? 2 * new NormalDistribution().cumulativeProbability(-gap / Math.sqrt(variance))
            : 1;
    return new RankTest(Math.min(1, p), 2 * wins / (n * (double) m) - 1);
  }
}
