package homeostat.lab.figure;

/** Smallest and largest of the values seen; what an axis cannot show is left out. */
public final class Extent {
  /** Beyond this, differences could overflow. */
  private static final double LARGEST = 1e150;

  /** Below this, a logarithmic axis shows nothing. */
  private static final double SMALLEST = 1e-150;

  private final boolean log;
  private double lo = Double.POSITIVE_INFINITY;
  private double hi = Double.NEGATIVE_INFINITY;

  /**
   * Of no values yet.
   *
   * @param log whether only positive values count
   */
  public Extent(boolean log) {
    this.log = log;
  }

  /** With one more value. */
  public Extent add(double value) {
    if (Math.abs(value) <= LARGEST && (!log || value >= SMALLEST)) {
      lo = Math.min(lo, value);
      hi = Math.max(hi, value);
    }
    return this;
  }

  /** With more values. */
  public Extent add(double[] values) {
    for (double value : values) {
      add(value);
    }
    return this;
  }

  /** Whether no value counted. */
  public boolean empty() {
    return lo > hi;
  }

  /** The smallest; +inf without any. */
  public double lo() {
    return lo;
  }

  /** The largest; -inf without any. */
  public double hi() {
    return hi;
  }
}
