package homeostat.disinhibition.curve;

import homeostat.disinhibition.SoftRectifier;
import java.util.OptionalDouble;

/**
 * A cell under deep feedback control (Meulemans et al. 2021, 2022):
 *
 * <pre>
 * du/dt = -u + wF x + gain (target - phi(u)),   dW = x (u - x)
 * </pre>
 *
 * @param wF input weight
 * @param gain of the control
 * @param settling how the end state is found
 */
public record Meulemans(double wF, double gain, Settling settling) {
  /** As published. */
  public static final Meulemans PUBLISHED = new Meulemans(1, 1, Settling.PUBLISHED);

  private static final SoftRectifier PHI = SoftRectifier.SOFTPLUS;

  /** The potential at the end. */
  public double settle(double x, OptionalDouble target) {
    return settling
        .run(
            1,
            (u, slope) -> {
              double control =
                  target.isPresent() ? gain * (target.getAsDouble() - PHI.rate(u[0])) : 0;
              slope[0] = -u[0] + wF * x + control;
            })[0];
  }

  /** Rate and change at a potential. */
  public CurvePoint at(double x, double u) {
    return new CurvePoint(PHI.rate(u), x * (u - wF * x));
  }

  /** The same with inhibition clamped: u = wF x - rI. */
  public CurvePoint isolated(double x, double inhibition) {
    return at(x, wF * x - inhibition);
  }
}
