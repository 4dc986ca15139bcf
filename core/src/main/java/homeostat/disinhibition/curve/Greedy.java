package homeostat.disinhibition.curve;

import homeostat.disinhibition.SoftRectifier;
import homeostat.kernel.DoubleFunctions;
import java.util.OptionalDouble;

/**
 * A cell taught by the bursts of an output cell over an inhibitory copy of it (Greedy, Zhu,
 * Pemberton, Mellor and Ponte Costa 2022). With event rates e and e_o, h = phi'/e and the burst
 * probability p_b = 1/2 at rest:
 *
 * <pre>
 * e = phi(wXE x),   e_o = phi(wEO e),   err = e_o - target, or 0
 * p_o = p_b + p_b err h_o,   u = wY (p_b e_o - p_o e_o),   p = sigma(slope u h + offset)
 * dW = x e (p - p_b)
 * </pre>
 *
 * @param slope of the argument
 * @param offset of the argument
 * @param wXE input weight
 * @param wEO weight onto the output cell
 * @param wY feedback weight
 */
public record Greedy(double slope, double offset, double wXE, double wEO, double wY) {
  /** As published. */
  public static final Greedy PUBLISHED = new Greedy(4, 0, 1, 1, 1);

  private static final double REST = 0.5;

  /** Largest burst probability of an isolated dendrite, over that of the sigmoid. */
  private static final double MOST = 1.6;

  /** Event rate at which bursts of an isolated dendrite are no longer limited by events. */
  private static final double SATURATION = 10;

  private static final SoftRectifier PHI = SoftRectifier.SOFTPLUS;

  /** Event rate. */
  public double events(double x) {
    return PHI.rate(wXE * x);
  }

  private double sensitivity(double x) {
    return PHI.slope(wXE * x) / events(x);
  }

  /** Burst probability. */
  public double bursting(double x, OptionalDouble target) {
    double drive = wEO * events(x);
    double output = PHI.rate(drive);
    double error = target.isPresent() ? output - target.getAsDouble() : 0;
    double taught = REST + REST * error * PHI.slope(drive) / output;
    double apical = wY * (REST * output - taught * output);
    return DoubleFunctions.sigmoid(slope * apical * sensitivity(x) + offset);
  }

  /** Event rate and change. */
  public CurvePoint at(double x, OptionalDouble target) {
    double e = events(x);
    return new CurvePoint(e, x * e * (bursting(x, target) - REST));
  }

  /**
   * The same with the apical potential clamped to the negative of an inhibitory rate: p = 1.6 (1 -
   * exp(-e / 10)) sigma(-slope rI h + offset).
   */
  public CurvePoint isolated(double x, double inhibition) {
    double e = events(x);
    double p =
        MOST
            * -StrictMath.expm1(-e / SATURATION)
            * DoubleFunctions.sigmoid(-slope * inhibition * sensitivity(x) + offset);
    return new CurvePoint(e, x * e * (p - REST));
  }
}
