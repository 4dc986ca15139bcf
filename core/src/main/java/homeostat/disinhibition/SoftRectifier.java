package homeostat.disinhibition;

import homeostat.kernel.DoubleFunctions;

/**
 * The soft rectifier, from a potential u to a rate r:
 *
 * <pre>
 * phi(u)    = scale ln(1 + exp(sharpness (u - shift)))
 * phi'(u)   = scale sharpness / (1 + exp(-sharpness (u - shift)))
 * phi^-1(r) = shift + (r/scale + ln(1 - exp(-r/scale))) / sharpness,   r &gt; 0
 * </pre>
 *
 * @param scale rate per unit; positive
 * @param sharpness slope of the argument; positive
 * @param shift potential at which the rate is scale ln 2
 */
public record SoftRectifier(double scale, double sharpness, double shift) {
  /** Softplus. */
  public static final SoftRectifier SOFTPLUS = new SoftRectifier(1, 1, 0);

  /** Beyond it the published program takes r / scale for the inverse. */
  private static final double PUBLISHED_LARGE = 50;

  public SoftRectifier {
    if (!(scale > 0 && sharpness > 0) || !Double.isFinite(scale + sharpness + shift)) {
      throw new IllegalArgumentException(
          "soft rectifier: scale "
              + scale
              + " and sharpness "
              + sharpness
              + " must be positive, and they and shift "
              + shift
              + " finite");
    }
  }

  /** phi(u). */
  public double rate(double u) {
    return scale * DoubleFunctions.softplus(sharpness * (u - shift));
  }

  /** phi'(u). */
  public double slope(double u) {
    return scale * sharpness * DoubleFunctions.sigmoid(sharpness * (u - shift));
  }

  /** The potential of a positive rate. */
  public double inverse(double r) {
    double q = r / scale;
    return shift + (q + StrictMath.log(-StrictMath.expm1(-q))) / sharpness;
  }

  /**
   * The inverse as the published program computes it: {@code r / scale} where that is above 50,
   * which forgets shift and sharpness.
   */
  public double publishedInverse(double r) {
    double q = r / scale;
    return q > PUBLISHED_LARGE ? q : inverse(r);
  }

  /**
   * The first-order model of the inverse around a positive rate. The inverse is concave, so the
   * model lies above it and touches it at {@code around}.
   */
  public Tangent tangent(double around) {
    double u = inverse(around);
    double slope = 1 / slope(u);
    return new Tangent(u - around * slope, slope);
  }
}
