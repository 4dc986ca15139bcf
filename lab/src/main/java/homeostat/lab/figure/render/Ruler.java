package homeostat.lab.figure.render;

import homeostat.lab.figure.Extent;
import homeostat.lab.figure.Figure.Axis;
import java.util.List;

/**
 * An axis with its ends settled.
 *
 * @param label with unit
 * @param log whether logarithmic
 * @param lo value at the left or lower end; above {@code hi} for an axis that runs backwards
 * @param hi value at the right or upper end
 * @param named ticks at categories; empty for numbers
 * @param blank whether there is nothing to number
 */
record Ruler(String label, boolean log, double lo, double hi, List<Tick> named, boolean blank) {

  /** How the ends leave the data. */
  enum Fit {
    /** At the first and last value. */
    TIGHT,
    /** At the first and last value, but from zero where the first is next to it. */
    ORIGIN,
    /** A little beyond. */
    LOOSE,
    /** From zero where the data are not far from it, otherwise a little beyond. */
    ZERO
  }

  /** An axis over what is given, and over the data where an end is free. */
  static Ruler of(Axis axis, Extent data, Fit fit) {
    boolean freeLo = !Double.isFinite(axis.from()) || (axis.log() && axis.from() <= 0);
    boolean freeHi = !Double.isFinite(axis.to()) || (axis.log() && axis.to() <= 0);
    double lo = freeLo ? data.lo() : axis.from();
    double hi = freeHi ? data.hi() : axis.to();
    boolean blank = data.empty() && (freeLo || freeHi);
    if (blank) {
      return new Ruler(axis.label(), axis.log(), axis.log() ? 1 : 0, 10, List.of(), true);
    }
    if (axis.log()) {
      return logarithmic(axis.label(), lo, hi, freeLo, freeHi, fit);
    }
    if (fit == Fit.ZERO && freeLo && lo >= 0 && lo <= 0.4 * hi) {
      lo = 0;
      freeLo = false;
    }
    if (fit == Fit.ZERO && freeHi && hi <= 0 && hi >= 0.4 * lo) {
      hi = 0;
      freeHi = false;
    }
    if (fit == Fit.ORIGIN && freeLo && lo > 0 && lo <= 0.1 * hi) {
      lo = 0;
    }
    if (Math.abs(hi - lo) <= Math.max(1e-200, 1e-11 * Math.max(Math.abs(lo), Math.abs(hi)))) {
      double half = Math.abs(lo) < 1e-200 ? 0.5 : 0.1 * Math.abs(lo);
      lo -= half;
      hi += half;
    } else if (fit == Fit.LOOSE || fit == Fit.ZERO) {
      double pad = 0.05 * (hi - lo);
      lo -= freeLo ? pad : 0;
      hi += freeHi ? pad : 0;
    }
    return new Ruler(axis.label(), false, lo, hi, List.of(), false);
  }

  private static Ruler logarithmic(
      String label, double lo, double hi, boolean freeLo, boolean freeHi, Fit fit) {
    double low = lo;
    double high = hi;
    if (high / low < 1.0001 && low / high < 1.0001) {
      low /= 2;
      high *= 2;
    } else if (fit == Fit.LOOSE || fit == Fit.ZERO) {
      double pad = StrictMath.pow(high / low, 0.04);
      low /= freeLo ? pad : 1;
      high *= freeHi ? pad : 1;
    }
    return new Ruler(label, true, low, high, List.of(), false);
  }

  /** An axis of categories. */
  static Ruler named(String label, double lo, double hi, List<Tick> ticks) {
    return new Ruler(label, false, lo, hi, ticks, false);
  }

  /** An axis with nothing on it. */
  static Ruler blank(String label) {
    return new Ruler(label, false, 0, 1, List.of(), true);
  }

  /** Where a value lies, 0 at the low end and 1 at the high end; NaN if it has no place. */
  double fraction(double value) {
    if (log) {
      return value > 0
          ? (StrictMath.log(value) - StrictMath.log(lo)) / (StrictMath.log(hi) - StrictMath.log(lo))
          : Double.NaN;
    }
    return (value - lo) / (hi - lo);
  }

  /** The value at a fraction. */
  double value(double fraction) {
    return log ? lo * StrictMath.pow(hi / lo, fraction) : lo + fraction * (hi - lo);
  }

  /** Pixel of a value on a horizontal axis. */
  double across(Box box, double value) {
    return box.left() + Math.clamp(fraction(value), -50.0, 50.0) * box.width();
  }

  /** Pixel of a value on a vertical axis. */
  double up(Box box, double value) {
    return box.bottom() - Math.clamp(fraction(value), -50.0, 50.0) * box.height();
  }

  /** About that many ticks. */
  Ticks ticks(int wanted) {
    if (blank) {
      return new Ticks(List.of(), 0);
    }
    if (!named.isEmpty()) {
      return new Ticks(named, 0);
    }
    return log ? Ticks.log(lo, hi, wanted) : Ticks.linear(lo, hi, wanted);
  }

  boolean categories() {
    return !named.isEmpty();
  }

  /** Whether numbers under this axis would stand in for those under the other. */
  boolean sameAs(Ruler other) {
    return !label.isEmpty()
        && label.equals(other.label)
        && log == other.log
        && lo == other.lo
        && hi == other.hi
        && !categories()
        && !other.categories()
        && blank == other.blank;
  }
}
