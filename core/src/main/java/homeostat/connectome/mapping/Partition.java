package homeostat.connectome.mapping;

import homeostat.kernel.Draws;
import java.util.Arrays;

/** How the weight between two regions is divided among the connections of their neurons. */
public enum Partition {
  /** Every connection has the same weight. */
  EQUAL {
    @Override
    public double[] split(double total, int parts, Draws draws) {
      double[] all = new double[parts];
      Arrays.fill(all, total / parts);
      return all;
    }
  },

  /**
   * Uniformly distributed over all divisions, Dirichlet(1, ..., 1): normalised exponential
   * variates. No part is below 1e-12 of the mean part.
   */
  DIRICHLET {
    @Override
    public double[] split(double total, int parts, Draws draws) {
      double[] all = new double[parts];
      double sum = 0;
      for (int k = 0; k < parts; k++) {
        all[k] = Math.max(-StrictMath.log1p(-draws.uniform()), SMALLEST_SHARE);
        sum += all[k];
      }
      for (int k = 0; k < parts; k++) {
        all[k] *= total / sum;
      }
      return all;
    }
  },

  /**
   * The published division: part after part breaks off a uniform share of what is left, and the
   * parts are shuffled. Parts fall like e^-k, beyond what 32 bits can hold: those too small (or
   * negative, by cancellation) become the smallest normal float, at the cost of the largest part.
   */
  STICK_BREAKING {
    @Override
    public double[] split(double total, int parts, Draws draws) {
      double[] u = new double[parts - 1];
      Arrays.setAll(u, k -> draws.uniform());
      double[] broken = broken(total, u);
      double added = 0;
      int largest = 0;
      for (int k = 0; k < parts; k++) {
        if (broken[k] < Float.MIN_NORMAL) {
          added += Float.MIN_NORMAL - broken[k];
          broken[k] = Float.MIN_NORMAL;
        }
        largest = broken[k] > broken[largest] ? k : largest;
      }
      broken[largest] -= added;
      double[] shuffled = new double[parts];
      int[] order = draws.permutation(parts);
      Arrays.setAll(shuffled, k -> broken[order[k]]);
      return shuffled;
    }
  };

  private static final double SMALLEST_SHARE = 1e-12;

  /**
   * Parts that sum to a total, all above 0.
   *
   * @param total above 0
   * @param parts at least 1
   */
  public abstract double[] split(double total, int parts, Draws draws);

  /**
   * Stick breaking by given draws, before shuffling: part k is {@code u[k]} times what is left, the
   * last part is the total less the sum of the others.
   */
  public static double[] broken(double total, double[] u) {
    double[] parts = new double[u.length + 1];
    double left = total;
    double sum = 0;
    for (int k = 0; k < u.length; k++) {
      parts[k] = u[k] * left;
      left -= parts[k];
      sum += parts[k];
    }
    parts[u.length] = total - sum;
    return parts;
  }
}
