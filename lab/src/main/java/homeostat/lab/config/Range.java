package homeostat.lab.config;

/** Ranges of numbers, in words and as a test. */
final class Range {
  private Range() {}

  /** For example {@code 1 .. 1024}, {@code > 0}; empty if every number is allowed. */
  static String words(Key key) {
    boolean low = key.min() > Double.NEGATIVE_INFINITY;
    boolean high = key.max() < Double.POSITIVE_INFINITY;
    if (low && high) {
      return key.above()
          ? "> " + number(key.min()) + " and <= " + number(key.max())
          : number(key.min()) + " .. " + number(key.max());
    }
    if (low) {
      return (key.above() ? "> " : ">= ") + number(key.min());
    }
    return high ? "<= " + number(key.max()) : "";
  }

  /** Whether a value lies in the range; a value that is no finite number lies in none. */
  static boolean holds(Key key, double value) {
    return Double.isFinite(value)
        && (key.above() ? value > key.min() : value >= key.min())
        && value <= key.max();
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
