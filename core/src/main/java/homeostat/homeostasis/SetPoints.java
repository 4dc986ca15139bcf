package homeostat.homeostasis;

/**
 * The set points: how far each unit is from its target, relative to it and bounded,
 *
 * <pre>
 *   e = clip((r* - r) / r*, -1, 1)
 * </pre>
 *
 * <p>A silent unit has an error of 1, one at twice its target or above -1.
 *
 * @param targets [unit] r*, Hz
 */
public record SetPoints(double[] targets) {

  /** Checks that every target is positive. */
  public SetPoints {
    for (double target : targets) {
      if (!(target > 0 && target < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a target of " + target + " Hz has no relative error; give one above 0");
      }
    }
  }

  /**
   * [unit] The errors.
   *
   * @param rates [unit] Hz
   */
  public double[] errors(double[] rates) {
    double[] errors = new double[targets.length];
    for (int u = 0; u < errors.length; u++) {
      errors[u] = Math.max(-1, Math.min(1, (targets[u] - rates[u]) / targets[u]));
    }
    return errors;
  }
}
