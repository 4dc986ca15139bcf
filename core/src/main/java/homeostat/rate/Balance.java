package homeostat.rate;

/** Brings row and column sums of non-negative matrices together. */
public final class Balance {
  private static final int ITERATIONS = 10;
  private static final double EPSILON = 1e-10;
  private static final int MOST_ROUNDS = 2000;
  private static final double NEAR = 1e-6;

  private Balance() {}

  /**
   * What the published program does to the excitatory and to the inhibitory part of a connectome:
   * rows and columns divided in turn by twice their sum, ten times, so that every column that is
   * not empty sums to 1/2 and rows to anything.
   *
   * @param matrix [n][n], non-negative; not changed
   */
  public static double[] published(double[] matrix, int n) {
    double[] a = new double[matrix.length];
    for (int e = 0; e < a.length; e++) {
      a[e] = Math.abs(matrix[e]);
    }
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      divide(a, n, n, 1);
      divide(a, n, 1, n);
    }
    return a;
  }

  /** Divides lines by twice their sum: line l has the elements l lineStep + m step. */
  private static void divide(double[] a, int n, int lineStep, int step) {
    for (int line = 0; line < n; line++) {
      double sum = 0;
      for (int m = 0; m < n; m++) {
        sum += a[line * lineStep + m * step];
      }
      for (int m = 0; m < n; m++) {
        a[line * lineStep + m * step] /= 2 * sum + EPSILON;
      }
    }
  }

  /** {@link #published} of the excitatory and of the inhibitory synapses apart. */
  public static SignedWeights published(SignedWeights weights) {
    int n = weights.size();
    double[] sum = new double[n * n];
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] part = new double[n * n];
      for (int e = 0; e < part.length; e++) {
        part[e] = weights.signs()[e] == sign ? weights.magnitudes()[e] : 0;
      }
      double[] balanced = published(part, n);
      for (int e = 0; e < sum.length; e++) {
        sum[e] += balanced[e];
      }
    }
    return new SignedWeights(n, weights.signs(), sum);
  }

  /**
   * The inhibition of every row scaled so that it agrees with the excitation of that row (Rajan and
   * Abbott 2006); a row that lacks one of them stays as it is.
   */
  public static SignedWeights rows(SignedWeights weights) {
    int n = weights.size();
    double[] out = weights.magnitudes().clone();
    for (int i = 0; i < n; i++) {
      double excitation = 0;
      double inhibition = 0;
      for (int e = i * n; e < (i + 1) * n; e++) {
        excitation += weights.signs()[e] > 0 ? out[e] : 0;
        inhibition += weights.signs()[e] < 0 ? out[e] : 0;
      }
      double factor = excitation > 0 && inhibition > 0 ? excitation / inhibition : 1;
      for (int e = i * n; e < (i + 1) * n; e++) {
        out[e] *= weights.signs()[e] < 0 ? factor : 1;
      }
    }
    return new SignedWeights(n, weights.signs(), out);
  }

  /**
   * Rows and columns balanced (Sinkhorn and Knopp 1967).
   *
   * @param weights with the sums that were aimed at, as nearly as the zeros allow
   * @param off largest relative distance of a sum from its aim
   * @param rounds how many times rows and columns were scaled
   */
  public record Balanced(SignedWeights weights, double off, int rounds) {}

  /**
   * Rows and columns of the excitatory and of the inhibitory synapses balanced, each apart: every
   * receiver gets the sum 1/2 of both, and senders of one sign send the same sum each. Rows and
   * columns without synapses stay empty. Zeros may forbid such sums; the distance tells.
   */
  public static Balanced sinkhorn(SignedWeights weights) {
    int n = weights.size();
    double[] sum = new double[n * n];
    double off = 0;
    int rounds = 0;
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] part = new double[n * n];
      for (int e = 0; e < part.length; e++) {
        part[e] = weights.signs()[e] == sign ? Math.abs(weights.magnitudes()[e]) : 0;
      }
      double columnSum = 0.5 * lines(part, n, n, 1) / Math.max(1, lines(part, n, 1, n));
      double distance = Double.POSITIVE_INFINITY;
      int round = 0;
      for (; round < MOST_ROUNDS && distance > NEAR; round++) {
        bring(part, n, 1, n, columnSum);
        distance = bring(part, n, n, 1, 0.5);
      }
      off = Math.max(off, distance);
      rounds = Math.max(rounds, round);
      for (int e = 0; e < sum.length; e++) {
        sum[e] += part[e];
      }
    }
    return new Balanced(new SignedWeights(n, weights.signs(), sum), off, rounds);
  }

  /** How many lines are not empty. */
  private static int lines(double[] a, int n, int lineStep, int step) {
    int count = 0;
    for (int line = 0; line < n; line++) {
      count += sum(a, n, line * lineStep, step) > 0 ? 1 : 0;
    }
    return count;
  }

  /** Scales lines that are not empty to a sum; returns how far they were, at most, relatively. */
  private static double bring(double[] a, int n, int lineStep, int step, double target) {
    double farthest = 0;
    for (int line = 0; line < n; line++) {
      double sum = sum(a, n, line * lineStep, step);
      if (sum > 0) {
        farthest = Math.max(farthest, Math.abs(sum / target - 1));
        for (int m = 0; m < n; m++) {
          a[line * lineStep + m * step] *= target / sum;
        }
      }
    }
    return farthest;
  }

  private static double sum(double[] a, int n, int from, int step) {
    double sum = 0;
    for (int m = 0; m < n; m++) {
      sum += a[from + m * step];
    }
    return sum;
  }
}
