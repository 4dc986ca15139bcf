package homeostat.dynamics;

/** When to end an integration before its time. */
@FunctionalInterface
public interface Stop {
  /** Never. */
  Stop NEVER = (_, _, _) -> false;

  /**
   * Whether to stop here; asked after every attempted step, with the state reached so far.
   *
   * @param slope dx/dt at (t, x)
   */
  boolean now(double t, double[] x, double[] slope);

  /** Where the state hardly moves: RMS(dx/dt) &lt; atol + rtol RMS(x). */
  static Stop steady(double rtol, double atol) {
    return (_, x, slope) -> rootMeanSquare(slope) < atol + rtol * rootMeanSquare(x);
  }

  private static double rootMeanSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length);
  }
}
