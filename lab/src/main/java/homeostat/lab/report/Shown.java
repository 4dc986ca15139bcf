package homeostat.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Values as text for readers. */
public final class Shown {
  private Shown() {}

  /** A number with at most five significant digits, a text as it is. */
  public static String value(Object value) {
    return value instanceof Double d ? number(d) : plain(value);
  }

  /** Everything that the value says. */
  static String plain(Object value) {
    return String.valueOf(value);
  }

  /** At most five significant digits. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "none" : value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros();
    if (size >= 1e7 || size < 1e-4) {
      int power = rounded.precision() - rounded.scale() - 1;
      return rounded.scaleByPowerOfTen(-power).toPlainString() + "e" + power;
    }
    return rounded.toPlainString();
  }

  /** A difference relative to a target, signed, in per cent; empty if it makes no sense. */
  static String deviation(Object value, Object target) {
    return value instanceof Number v && target instanceof Number t
        ? deviation(v.doubleValue(), t.doubleValue())
        : "";
  }

  private static String deviation(double value, double target) {
    if (target == 0 || !Double.isFinite(value) || !Double.isFinite(target)) {
      return "";
    }
    return String.format(Locale.ROOT, "%+.1f %%", 100 * (value - target) / Math.abs(target));
  }
}
