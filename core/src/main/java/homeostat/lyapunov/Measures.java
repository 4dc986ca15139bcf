package homeostat.lyapunov;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What follows from a spectrum. */
public final class Measures {
  private Measures() {}

  /**
   * The metric entropy, by Pesin's identity the sum of the positive exponents (an upper bound in
   * general). All positive exponents must be among those given.
   */
  public static double entropy(double[] exponents) {
    double sum = 0;
    for (double exponent : exponents) {
      sum += Math.max(exponent, 0);
    }
    return sum;
  }

  /**
   * The Kaplan-Yorke dimension. With the exponents sorted from the largest and S_j their partial
   * sums: 0 if the first is negative, the number of variables if no sum is negative, and else, with
   * j the last index with S_1..S_j not negative, j + S_j / |lambda_(j+1)|.
   *
   * @param variables number N of state variables
   * @return empty if more exponents than given are needed
   */
  public static OptionalDouble kaplanYorke(double[] exponents, int variables) {
    double[] sorted = exponents.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int j = 0; j < sorted.length; j++) {
      double next = sorted[sorted.length - 1 - j];
      if (sum + next < 0) {
        return OptionalDouble.of(j + sum / -next);
      }
      sum += next;
    }
    return exponents.length == variables ? OptionalDouble.of(variables) : OptionalDouble.empty();
  }

  /**
   * The published program's dimension: how many leading exponents, in the order given, have partial
   * sums that are not negative.
   */
  public static int publishedDimension(double[] exponents) {
    double sum = 0;
    for (int j = 0; j < exponents.length; j++) {
      sum += exponents[j];
      if (sum < 0) {
        return j;
      }
    }
    return exponents.length;
  }

  /** 1 / sum_i v_i^4 of a unit vector: over how many variables it spreads. */
  public static double participation(double[] unit) {
    double sum = 0;
    for (double v : unit) {
      sum += v * v * v * v;
    }
    return 1 / sum;
  }
}
