package homeostat.lab.figure.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Ticks at round numbers.
 *
 * @param ticks in ascending order
 * @param power power of ten that the labels are to be multiplied by; 0 for none
 */
record Ticks(List<Tick> ticks, int power) {

  /** Ticks 1, 2 or 5 times a power of ten apart, about {@code wanted} of them. */
  static Ticks linear(double lo, double hi, int wanted) {
    double low = Math.min(lo, hi);
    double high = Math.max(lo, hi);
    double raw = (high - low) / Math.max(1, wanted);
    int exponent = (int) Math.floor(StrictMath.log10(raw));
    double lead = raw / StrictMath.pow(10, exponent);
    int digit = lead <= 1.0001 ? 1 : lead <= 2.0001 ? 2 : lead <= 5.0001 ? 5 : 10;
    BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
    BigDecimal first =
        new BigDecimal(low - 1e-9 * (high - low)).divide(step, 0, RoundingMode.CEILING);
    List<BigDecimal> places = new ArrayList<>();
    BigDecimal last = new BigDecimal(high + 1e-9 * (high - low));
    for (BigDecimal at = first.multiply(step);
        at.compareTo(last) <= 0 && places.size() < 100;
        at = at.add(step)) {
      places.add(at);
    }
    int power = commonPower(places);
    int decimals = Math.max(0, -(exponent + (digit == 10 ? 1 : 0)) + power);
    List<Tick> ticks = new ArrayList<>();
    for (BigDecimal at : places) {
      BigDecimal shown = at.scaleByPowerOfTen(-power).setScale(decimals, RoundingMode.HALF_EVEN);
      ticks.add(new Tick(at.doubleValue(), sign(shown.toPlainString())));
    }
    return new Ticks(List.copyOf(ticks), power);
  }

  /** Decades, with minor ticks at 2 to 9 times each; linear ticks if less than one decade shows. */
  static Ticks log(double lo, double hi, int wanted) {
    int first = (int) Math.ceil(StrictMath.log10(lo) - 1e-9);
    int last = (int) Math.floor(StrictMath.log10(hi) + 1e-9);
    if (last <= first) {
      return linear(lo, hi, wanted);
    }
    int every = Math.max(1, (int) Math.ceil((last - first + 1.0) / Math.max(2, wanted)));
    List<Tick> ticks = new ArrayList<>();
    for (int decade = first - 1; decade <= last; decade++) {
      double at = StrictMath.pow(10, decade);
      if (decade >= first) {
        ticks.add(new Tick(at, (decade - first) % every == 0 ? decade(decade) : ""));
      }
      for (int digit = 2; every == 1 && last - first < 9 && digit < 10; digit++) {
        double minor = digit * at;
        if (minor >= lo * (1 - 1e-9) && minor <= hi * (1 + 1e-9)) {
          ticks.add(new Tick(minor, ""));
        }
      }
    }
    return new Ticks(List.copyOf(ticks), 0);
  }

  /** Ten to a power, with raised digits. */
  static String raised(int power) {
    StringBuilder text = new StringBuilder("10");
    for (char c : Integer.toString(power).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }

  /** A number in at most three or four characters' worth of digits, for cells and captions. */
  static String brief(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    BigDecimal rounded =
        new BigDecimal(value).round(new java.math.MathContext(3)).stripTrailingZeros();
    if (size >= 1e5 || size < 1e-3) {
      int power = rounded.precision() - rounded.scale() - 1;
      return sign(rounded.scaleByPowerOfTen(-power).toPlainString()) + "·" + raised(power);
    }
    return sign(rounded.toPlainString());
  }

  private static String decade(int decade) {
    return decade >= -3 && decade <= 3
        ? BigDecimal.ONE.scaleByPowerOfTen(decade).toPlainString()
        : raised(decade);
  }

  private static String sign(String number) {
    return number.replace('-', '−');
  }

  private static int commonPower(List<BigDecimal> places) {
    double largest = 0;
    for (BigDecimal at : places) {
      largest = Math.max(largest, Math.abs(at.doubleValue()));
    }
    if (largest == 0 || (largest >= 0.01 && largest < 99_999)) {
      return 0;
    }
    return (int) Math.floor(StrictMath.log10(largest) + 1e-9);
  }
}
