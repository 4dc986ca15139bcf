package homeostat.kernel;

/**
 * The scalars of one step of Adam (Kingma and Ba 2015), with bias corrections c1 = 1 - beta1^t and
 * c2 = 1 - beta2^t:
 *
 * <pre>
 *   m <- beta1 m + (1 - beta1) g
 *   v <- beta2 v + (1 - beta2) g^2
 *   p <- p - (rate / c1) m / (sqrt(v) / sqrt(c2) + epsilon)
 * </pre>
 *
 * <p>They are float64 whatever the arrays are; a float32 kernel rounds each derived scalar once.
 *
 * @param rate learning rate
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 * @param correction1 c1, in (0, 1]
 * @param correction2 c2, in (0, 1]
 */
public record AdamStep(
    double rate,
    double beta1,
    double beta2,
    double epsilon,
    double correction1,
    double correction2) {

  /**
   * The scalars of step number {@code t}.
   *
   * @param t counted from 1
   */
  public static AdamStep number(long t, double rate, double beta1, double beta2, double epsilon) {
    if (t < 1) {
      throw new IllegalArgumentException("step " + t + " of Adam: steps are counted from 1");
    }
    return new AdamStep(
        rate,
        beta1,
        beta2,
        epsilon,
        1 - StrictMath.pow(beta1, (double) t),
        1 - StrictMath.pow(beta2, (double) t));
  }

  /** rate / c1. */
  public double correctedRate() {
    return rate / correction1;
  }

  /** 1 / sqrt(c2). */
  public double rootScale() {
    return 1 / Math.sqrt(correction2);
  }
}
