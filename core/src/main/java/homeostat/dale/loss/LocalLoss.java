package homeostat.dale.loss;

/**
 * What the inhibition of a layer learns from: how far the activity o of its units, in one example,
 * is from a set point. With m and V the mean and the population variance of o over its D units, and
 * y = (o - m) / sqrt(V + 1e-5), the loss of an example is
 *
 * <pre>
 * MEAN            m^2
 * VARIANCE        (V - 1)^2
 * MEAN_VARIANCE   m^2 + (V - 1)^2
 * DISTANCE        mean((o - y)^2), with the gradient through y as well
 * </pre>
 *
 * and the loss of a batch is the mean over its examples, times a strength lambda.
 */
public enum LocalLoss {
  /** The mean of the units should be 0. */
  MEAN(true, false),
  /** Their variance should be 1. */
  VARIANCE(false, true),
  /** Both. */
  MEAN_VARIANCE(true, true),
  /** They should be their own layer normalisation. */
  DISTANCE(false, false);

  private static final double EPSILON = 1e-5;

  private final boolean mean;
  private final boolean variance;

  LocalLoss(boolean mean, boolean variance) {
    this.mean = mean;
    this.variance = variance;
  }

  /**
   * The loss of one example.
   *
   * @param o activity
   * @param at first unit of the example
   * @param units D
   */
  public double of(float[] o, int at, int units) {
    double m = RowMoments.mean(o, at, units);
    double v = RowMoments.variance(o, at, units, m);
    double loss = 0;
    if (mean) {
      loss += m * m;
    }
    if (variance) {
      loss += (v - 1) * (v - 1);
    }
    if (this == DISTANCE) {
      double inverse = 1 / Math.sqrt(v + EPSILON);
      for (int i = at; i < at + units; i++) {
        double r = o[i] - (o[i] - m) * inverse;
        loss += r * r / units;
      }
    }
    return loss;
  }

  /**
   * Writes {@code scale} times the gradient of the loss of one example.
   *
   * @param scale lambda / batch
   * @param o activity
   * @param at first unit of the example, in both arrays
   * @param units D
   * @param gradient where it goes
   */
  public void gradient(double scale, float[] o, int at, int units, float[] gradient) {
    double m = RowMoments.mean(o, at, units);
    double v = RowMoments.variance(o, at, units, m);
    if (this == DISTANCE) {
      distance(scale, o, at, units, m, v, gradient);
      return;
    }
    float shift = mean ? (float) (scale * 2 * m / units) : 0f;
    float slope = variance ? (float) (scale * 4 * (v - 1) / units) : 0f;
    float center = (float) m;
    for (int i = at; i < at + units; i++) {
      gradient[i] = shift + slope * (o[i] - center);
    }
  }

  /** With r = o - y and G = 2 r / D: G minus the layer normalisation's gradient for G. */
  private static void distance(
      double scale, float[] o, int at, int units, double m, double v, float[] gradient) {
    double inverse = 1 / Math.sqrt(v + EPSILON);
    double sum = 0;
    double along = 0;
    for (int i = at; i < at + units; i++) {
      double y = (o[i] - m) * inverse;
      double g = 2 * (o[i] - y) / units;
      sum += g;
      along += g * y;
    }
    for (int i = at; i < at + units; i++) {
      double y = (o[i] - m) * inverse;
      double g = 2 * (o[i] - y) / units;
      gradient[i] = (float) (scale * (g - (g - sum / units - y * along / units) * inverse));
    }
  }
}
