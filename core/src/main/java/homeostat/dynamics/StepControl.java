package homeostat.dynamics;

/**
 * Chooses the length of steps from their errors, as a controller with proportional, integral and
 * differential parts (Söderlind 2003, in the parametrisation of diffrax). With e_n the scaled error
 * of this attempt, e_(n-1) and e_(n-2) those of the accepted ones before, and k the order of the
 * error,
 *
 * <pre>
 * h' = h clip(safety (1/e_n)^((p+i+d)/k) (1/e_(n-1))^(-(p+2d)/k) (1/e_(n-2))^(d/k))
 * </pre>
 *
 * within [leastAfterRejection or leastAfterAcceptance, most], and h' within [smallest, largest].
 *
 * @param initial length of the first step
 * @param smallest no step is shorter, except the last; may be 0
 * @param largest no step is longer; may be infinite
 * @param acceptSmallest whether a step of the smallest length is accepted whatever its error (it is
 *     counted as forced); if not, the solution fails there
 * @param p proportional coefficient
 * @param i integral coefficient
 * @param d differential coefficient
 * @param safety factor below 1 against repeated rejection
 * @param leastAfterRejection least factor after a rejected attempt
 * @param leastAfterAcceptance least factor after an accepted attempt; 1 never shrinks then
 * @param most largest factor
 */
public record StepControl(
    double initial,
    double smallest,
    double largest,
    boolean acceptSmallest,
    double p,
    double i,
    double d,
    double safety,
    double leastAfterRejection,
    double leastAfterAcceptance,
    double most) {
  public StepControl {
    if (!(initial > 0 && smallest >= 0 && smallest <= initial && initial <= largest)) {
      throw new IllegalArgumentException(
          "steps: 0 <= smallest "
              + smallest
              + " <= initial "
              + initial
              + " <= largest "
              + largest
              + " and 0 < initial do not hold");
    }
    if (!(safety > 0 && safety <= 1)) {
      throw new IllegalArgumentException("safety " + safety + " is not in (0, 1]");
    }
    if (!(leastAfterRejection > 0
        && leastAfterRejection < 1
        && leastAfterAcceptance > 0
        && leastAfterAcceptance <= most
        && most >= 1
        && most < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "factors: 0 < leastAfterRejection "
              + leastAfterRejection
              + " < 1 <= most "
              + most
              + " and 0 < leastAfterAcceptance "
              + leastAfterAcceptance
              + " <= most do not hold");
    }
    if (!(Double.isFinite(p) && Double.isFinite(i) && Double.isFinite(d) && p + i + d > 0)) {
      throw new IllegalArgumentException(
          "coefficients p " + p + ", i " + i + ", d " + d + " do not sum to a positive number");
    }
  }

  /** A PI controller (p 0.4, i 0.3) without bounds on the step; factors within [0.2, 5]. */
  public static StepControl from(double initial) {
    return new StepControl(
        initial, 0, Double.POSITIVE_INFINITY, false, 0.4, 0.3, 0, 0.9, 0.2, 0.2, 5);
  }
}
