package homeostat.kinds.lyapunov.published;

import java.math.BigDecimal;

/** Numbers as Python prints them. */
final class PythonNumbers {
  private static final double LEAST_PLAIN = 1e-4;
  private static final double MOST_PLAIN = 1e16;

  private PythonNumbers() {}

  /** A float: the shortest text that gives it back, with a point or an exponent of two digits. */
  static String real(double value) {
    double size = Math.abs(value);
    if (size == 0 || (size >= LEAST_PLAIN && size < MOST_PLAIN) || !Double.isFinite(value)) {
      String plain = Double.isFinite(value) ? plain(value) : Double.toString(value);
      return plain.contains(".") || !Double.isFinite(value) ? plain : plain + ".0";
    }
    String[] parts = Double.toString(value).split("E", 2);
    String digits = parts[0].endsWith(".0") ? parts[0].replace(".0", "") : parts[0];
    int exponent = Integer.parseInt(parts[1]);
    return digits
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** A whole number where it is one, else a float. */
  static String whole(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_PLAIN
        ? Long.toString((long) value)
        : real(value);
  }

  private static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
