package homeostat.lab.figure;

/** Smallest and largest of the values seen; what an axis cannot show is left out. */
final class Extent {
  /** Beyond this, differences could overflow. */
  private static final double LARGEST = 1e150;

  /** Below this, a logarithmic axis shows nothing. */
  private static final double SMALLEST = 1e-150;

  private final boolean log;
  private double lo = Double.POSITIVE_INFINITY;
  private double hi = Double.NEGATIVE_INFINITY;

  /**
   * @param log whether only positive values count
   */
  Extent(boolean log) {
    this.log = log;
  }

  Extent add(double value) {
    if (Math.abs(value) <= LARGEST && (!log || value >= SMALLEST)) {
      lo = Math.min(lo, value);
      hi = Math.max(hi, value);
    }
    return this;
  }

  Extent add(double[] values) {
    for (double value : values) {
      add(value);
    }
    return this;
  }

  boolean empty() {
    return lo > hi;
  }

  double lo() {
    return lo;
  }

  double hi() {
    return hi;
  }
}
