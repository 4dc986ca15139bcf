package homeostat.disinhibition.curve;

import homeostat.disinhibition.SoftRectifier;
import homeostat.kernel.DoubleFunctions;
import java.util.OptionalDouble;

/**
 * A cell whose bursts carry the error (Payeur, Guerguiev, Zenke, Richards and Naud 2021). With
 * event rate e and burst probability p:
 *
 * <pre>
 * e = phi(x),   p = sigma(slope (target - e) + offset),   dW = x e (p - 1/2)
 * </pre>
 *
 * @param offset of the argument
 * @param slope of the argument
 */
public record Payeur(double offset, double slope) {
  /** As published. */
  public static final Payeur PUBLISHED = new Payeur(0, 1);

  private static final SoftRectifier PHI = SoftRectifier.SOFTPLUS;

  /** Event rate. */
  public double events(double x) {
    return PHI.rate(x);
  }

  /** Burst probability. */
  public double bursting(double x, OptionalDouble target) {
    double error = target.isPresent() ? target.getAsDouble() - events(x) : 0;
    return DoubleFunctions.sigmoid(slope * error + offset);
  }

  /** Event rate and change. */
  public CurvePoint at(double x, OptionalDouble target) {
    double e = events(x);
    return new CurvePoint(e, x * e * (bursting(x, target) - 0.5));
  }
}
