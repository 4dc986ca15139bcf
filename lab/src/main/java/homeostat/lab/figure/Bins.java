package homeostat.lab.figure;

import homeostat.lab.figure.Figure.Sample;
import java.util.Arrays;
import java.util.List;

/**
 * Common bins of several samples.
 *
 * @param edges n + 1 ascending edges; the last bin includes its upper edge
 * @param counts [sample][bin]
 */
public record Bins(double[] edges, long[][] counts) {
  private static final int MOST = 200;

  /** Bins for a histogram; without a value, one empty bin from 0 to 1. */
  public static Bins of(Figure.Histogram histogram) {
    boolean log = histogram.x().log();
    Extent data = new Extent(log);
    histogram.samples().forEach(s -> data.add(s.values()));
    double lo = limit(histogram.x().from(), data.lo(), log);
    double hi = limit(histogram.x().to(), data.hi(), log);
    if (!(lo <= hi)) {
      return new Bins(new double[] {0, 1}, new long[histogram.samples().size()][1]);
    }
    if (hi - lo <= Math.max(log ? 0 : 1e-200, 1e-11 * Math.max(Math.abs(lo), Math.abs(hi)))) {
      double half = Math.abs(lo) < 1e-200 ? 0.5 : 0.1 * Math.abs(lo);
      lo -= half;
      hi += half;
    }
    double a = log ? StrictMath.log(lo) : lo;
    double b = log ? StrictMath.log(hi) : hi;
    int n = histogram.bins() > 0 ? histogram.bins() : chosen(histogram.samples(), log, a, b);
    double[] edges = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      double at = a + (b - a) * i / n;
      edges[i] = log ? StrictMath.exp(at) : at;
    }
    edges[0] = lo;
    edges[n] = hi;
    long[][] counts = new long[histogram.samples().size()][n];
    for (int s = 0; s < counts.length; s++) {
      for (double value : histogram.samples().get(s).values()) {
        if (value >= lo && value <= hi) {
          counts[s][place(edges, value)]++;
        }
      }
    }
    return new Bins(edges, counts);
  }

  /** The largest count of all samples. */
  public long highest() {
    long highest = 0;
    for (long[] sample : counts) {
      for (long count : sample) {
        highest = Math.max(highest, count);
      }
    }
    return highest;
  }

  private static double limit(double given, double found, boolean log) {
    return Double.isFinite(given) && !(log && given <= 0) ? given : found;
  }

  private static int place(double[] edges, double value) {
    int at = Arrays.binarySearch(edges, value);
    return Math.min(edges.length - 2, at >= 0 ? at : -at - 2);
  }

  /** Freedman and Diaconis (1981): bins 2 IQR n^(-1/3) wide, for the sample that asks finest. */
  private static int chosen(List<Sample> samples, boolean log, double a, double b) {
    int most = 10;
    for (Sample sample : samples) {
      double[] sorted =
          Arrays.stream(sample.values())
              .filter(v -> Double.isFinite(v) && (!log || v > 0))
              .map(v -> log ? StrictMath.log(v) : v)
              .sorted()
              .toArray();
      if (sorted.length > 3) {
        double range = sorted[3 * sorted.length / 4] - sorted[sorted.length / 4];
        double width = 2 * range / StrictMath.cbrt(sorted.length);
        most = width > 0 ? Math.max(most, (int) Math.min(MOST, Math.ceil((b - a) / width))) : most;
      }
    }
    return Math.min(most, 60);
  }
}
