package homeostat.dynamics;

/**
 * Tsitouras' pair of orders 5 and 4 with steps chosen from the error of the fourth-order one, the
 * fifth-order result carried on (Ch. Tsitouras, Computers and Mathematics with Applications 62
 * (2011) 770-775). The last stage of a step is the first of the next. A step is accepted if
 *
 * <pre>
 * sqrt(mean_e (error_e / (atol + rtol max(|x_e|, |x'_e|)))^2) &lt; 1
 * </pre>
 *
 * @param rtol relative tolerance of one step
 * @param atol absolute tolerance of one step, in the units of the state
 * @param control how steps follow from errors
 * @param maxAttempts cap on accepted and rejected steps together
 */
public record AdaptiveTsit5(double rtol, double atol, StepControl control, long maxAttempts) {
  public AdaptiveTsit5 {
    if (!(rtol >= 0 && atol >= 0 && rtol + atol > 0 && rtol + atol < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "tolerances rtol " + rtol + " and atol " + atol + " are negative or both zero");
    }
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("a cap of " + maxAttempts + " steps is below 1");
    }
  }

  /** Integrates from (t0, x0) to t1. */
  public Solution solve(VectorField field, double t0, double[] x0, double t1) {
    return solve(field, t0, x0, t1, Stop.NEVER, Segment.Observer.NONE);
  }

  /**
   * Integrates from (t0, x0) to t1, or to where {@code stop} says so.
   *
   * @param x0 the state at t0; not changed
   * @param t1 the end, not before t0
   * @param stop asked after every attempted step
   * @param observer sees every accepted step
   */
  public Solution solve(
      VectorField field, double t0, double[] x0, double t1, Stop stop, Segment.Observer observer) {
    if (!(t0 <= t1 && Double.isFinite(t0) && Double.isFinite(t1))) {
      throw new IllegalArgumentException("times from " + t0 + " to " + t1 + " do not go forward");
    }
    return new AdaptiveRun(this, field, t0, x0, t1).toEnd(stop, observer);
  }
}
