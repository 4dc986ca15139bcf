package homeostat.dynamics;

/**
 * One accepted step, from (t0, x0) to (t1, x1) with the slopes there. Valid only while it is
 * observed: the arrays are used again.
 */
public record Segment(
    double t0, double[] x0, double[] slope0, double t1, double[] x1, double[] slope1) {

  /** Sees every accepted step, in order. */
  @FunctionalInterface
  public interface Observer {
    /** Sees nothing. */
    Observer NONE = _ -> {};

    /** A step has been accepted. */
    void accepted(Segment segment);
  }

  /**
   * The state at a time within the step, by the cubic through both states and slopes (Hermite); its
   * error falls as the fourth power of the step.
   */
  public void at(double t, double[] out) {
    double h = t1 - t0;
    double s = (t - t0) / h;
    double r = 1 - s;
    for (int e = 0; e < out.length; e++) {
      out[e] =
          r * r * ((1 + 2 * s) * x0[e] + s * h * slope0[e])
              + s * s * ((1 + 2 * r) * x1[e] - r * h * slope1[e]);
    }
  }
}
