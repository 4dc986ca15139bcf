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
 * One object serves all steps of an optimiser: training in steady state makes none.
 */
public final class AdamStep {
  private double rate;
  private double beta1;
  private double beta2;
  private double epsilon;
  private double correction1;
  private double correction2;

  /** The scalars of step number {@code t}, in an object of their own; see {@link #set}. */
  public static AdamStep number(long t, double rate, double beta1, double beta2, double epsilon) {
    return new AdamStep().set(t, rate, beta1, beta2, epsilon);
  }

  /**
   * Takes the scalars of step number {@code t}.
   *
   * @param t counted from 1
   * @param rate learning rate
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   * @param epsilon added to the root of the second moment
   */
  public AdamStep set(long t, double rate, double beta1, double beta2, double epsilon) {
    if (t < 1) {
      throw new IllegalArgumentException("step " + t + " of Adam: steps are counted from 1");
    }
    this.rate = rate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.correction1 = 1 - StrictMath.pow(beta1, (double) t);
    this.correction2 = 1 - StrictMath.pow(beta2, (double) t);
    return this;
  }

  /** Decay of the first moment. */
  public double beta1() {
    return beta1;
  }

  /** Decay of the second moment. */
  public double beta2() {
    return beta2;
  }

  /** Added to the root of the second moment. */
  public double epsilon() {
    return epsilon;
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
