package homeostat.lab.verify;

import homeostat.array.NdArray;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a produced array differs from the expected one. NaN equals NaN, an infinity equals itself;
 * integers must be equal where both sides are integers.
 *
 * @param fits whether it is within the tolerance
 * @param worst largest error as a share of what is allowed; infinite for a mismatch that no
 *     tolerance measures
 * @param text the difference for the user: expected, got, error, place; empty without one
 */
record Difference(boolean fits, double worst, String text) {

  /** Compares element by element. */
  static Difference between(NdArray expected, NdArray produced, Tolerance tolerance) {
    if (!Arrays.equals(expected.shape(), produced.shape())) {
      return new Difference(
          false,
          Double.POSITIVE_INFINITY,
          "expected shape "
              + Arrays.toString(expected.shape())
              + ", got "
              + Arrays.toString(produced.shape()));
    }
    boolean exact = !real(expected) && !real(produced);
    double limit = exact ? 0 : tolerance.limit(largest(expected));
    double worst = 0;
    int worstAt = -1;
    for (int i = 0; i < expected.size(); i++) {
      double share = share(expected.at(i), produced.at(i), limit);
      if (share > worst) {
        worst = share;
        worstAt = i;
      }
    }
    if (worst <= 1) {
      return new Difference(true, worst, "");
    }
    double want = expected.at(worstAt);
    double got = produced.at(worstAt);
    String text =
        String.format(
            Locale.ROOT,
            "expected %s, got %s, error %.3g%s, allowed %.3g",
            number(want),
            number(got),
            Math.abs(got - want),
            place(worstAt, expected.shape()),
            limit);
    return new Difference(false, worst, text);
  }

  /** A manifest writes a real number that happens to be whole as {@code 3}. */
  private static boolean real(NdArray array) {
    return array instanceof NdArray.F4 || array instanceof NdArray.F8;
  }

  private static double largest(NdArray array) {
    double largest = 0;
    for (int i = 0; i < array.size(); i++) {
      double magnitude = Math.abs(array.at(i));
      if (Double.isFinite(magnitude)) {
        largest = Math.max(largest, magnitude);
      }
    }
    return largest;
  }

  private static double share(double want, double got, double limit) {
    if (want == got || (Double.isNaN(want) && Double.isNaN(got))) {
      return 0;
    }
    double error = Math.abs(got - want);
    if (!Double.isFinite(error) || limit == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return error / limit;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String place(int position, int[] shape) {
    if (shape.length == 0) {
      return "";
    }
    int[] index = new int[shape.length];
    int rest = position;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return " at " + Arrays.toString(index);
  }
}
