package homeostat.spiking.input;

/**
 * Rates that step: from {@code at[i]} ms on, the rate of an input is {@code factor[i]} times its
 * own; before {@code at[0]} it is its own.
 *
 * @param at ascending, ms
 * @param factor one a time, not negative
 */
public record RateSchedule(double[] at, double[] factor) {

  /** Checks lengths, order and signs. */
  public RateSchedule {
    if (at.length != factor.length) {
      throw new IllegalArgumentException(
          at.length + " times and " + factor.length + " factors; give one factor a time");
    }
    for (int i = 0; i < at.length; i++) {
      if (!(at[i] > (i == 0 ? 0 : at[i - 1]))) {
        throw new IllegalArgumentException(
            "time " + at[i] + " ms does not come after the one before; times ascend from above 0");
      }
      if (!(factor[i] >= 0)) {
        throw new IllegalArgumentException("factor " + factor[i] + " is negative");
      }
    }
  }

  /** A rate that never changes. */
  public static RateSchedule constant() {
    return new RateSchedule(new double[0], new double[0]);
  }

  /** The factor in force at a time in ms. */
  public double factor(double time) {
    double current = 1;
    for (int i = 0; i < at.length && at[i] <= time; i++) {
      current = factor[i];
    }
    return current;
  }
}
