package homeostat.kinds.memory.analysis;

import java.util.Arrays;

/**
 * How alike the units of a network are active over time: Spearman's rank correlation between each
 * pair of units within a trial, ties at their mean rank. A unit whose activity does not change
 * correlates 0 with every other.
 *
 * @param trials number of trials
 * @param units number H of units
 * @param matrices [trial][unit][unit], row-major
 * @param constant how many units of how many trials did not change
 */
public record Coactivation(int trials, int units, double[] matrices, int constant) {

  /**
   * The coactivation of some activity.
   *
   * @param activity [trial][time][unit], row-major
   */
  public static Coactivation of(double[] activity, int trials, int steps, int units) {
    double[] all = new double[trials * units * units];
    int constant = 0;
    for (int trial = 0; trial < trials; trial++) {
      constant += add(activity, trial, steps, units, 1, all, trial * units * units);
    }
    return new Coactivation(trials, units, all, constant);
  }

  /**
   * Adds the coactivation of one trial, divided by a number, to a matrix.
   *
   * @param activity [trial][time][unit], row-major
   * @param into [unit][unit], row-major, from {@code at}
   * @return how many units did not change
   */
  public static int add(
      double[] activity, int trial, int steps, int units, double by, double[] into, int at) {
    double[][] scores = new double[units][];
    int constant = 0;
    for (int unit = 0; unit < units; unit++) {
      double[] course = new double[steps];
      for (int t = 0; t < steps; t++) {
        course[t] = activity[(trial * steps + t) * units + unit];
      }
      scores[unit] = standardised(ranks(course));
      constant += Arrays.stream(scores[unit]).allMatch(s -> s == 0) ? 1 : 0;
    }
    for (int a = 0; a < units; a++) {
      for (int b = 0; b < units; b++) {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
          sum += scores[a][t] * scores[b][t];
        }
        into[at + a * units + b] += sum / by;
      }
    }
    return constant;
  }

  /** Ranks from 1, equals at the mean of theirs. */
  static double[] ranks(double[] values) {
    // 0 is added because -0 would be sorted apart from 0, which it equals
    double[] sorted = Arrays.stream(values).map(v -> v + 0.0).sorted().toArray();
    double[] different = new double[sorted.length];
    double[] rankOf = new double[sorted.length];
    int count = 0;
    for (int from = 0; from < sorted.length; count++) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      different[count] = sorted[from];
      rankOf[count] = (from + 1 + to) / 2.0;
      from = to;
    }
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = rankOf[Arrays.binarySearch(different, 0, count, values[i] + 0.0)];
    }
    return ranks;
  }

  /** With mean 0 and sum of squares 1; all 0 for equal values. */
  static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double norm = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum());
    return Arrays.stream(values).map(v -> norm == 0 ? 0 : (v - mean) / norm).toArray();
  }

  /** Mean over the trials of the correlations between different units, row by row. */
  public double[] meanOffDiagonal() {
    double[] mean = new double[units * (units - 1)];
    int at = 0;
    for (int a = 0; a < units; a++) {
      for (int b = 0; b < units; b++) {
        if (a != b) {
          for (int trial = 0; trial < trials; trial++) {
            mean[at] += matrices[(trial * units + a) * units + b] / trials;
          }
          at++;
        }
      }
    }
    return mean;
  }
}
