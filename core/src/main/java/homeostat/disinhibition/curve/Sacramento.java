package homeostat.disinhibition.curve;

import homeostat.disinhibition.SoftRectifier;
import java.util.OptionalDouble;

/**
 * A pyramidal cell with a basal and an apical compartment and an interneuron that cancels the
 * apical input (Sacramento, Ponte Costa, Bengio and Senn 2018):
 *
 * <pre>
 * vB = wXE x,   vA = wIE phi(uI) + target
 * duE/dt = -leak uE + basal (vB - uE) + apical (vA - uE)
 * duI/dt = -leak uI + dendritic (wEI phi(uE) - uI) + target
 * dW = x (phi(uE) - phi(vB basal / (leak + basal + apical)))
 * </pre>
 *
 * @param leak conductance
 * @param basal conductance
 * @param apical conductance
 * @param dendritic conductance of the interneuron
 * @param wXE input weight
 * @param wIE weight of the interneuron
 * @param wEI weight onto the interneuron
 * @param settling how the end state is found
 */
public record Sacramento(
    double leak,
    double basal,
    double apical,
    double dendritic,
    double wXE,
    double wIE,
    double wEI,
    Settling settling) {
  /** As published. */
  public static final Sacramento PUBLISHED =
      new Sacramento(0.1, 1, 0.8, 1, 1, -0.55, 1, Settling.PUBLISHED);

  private static final SoftRectifier PHI = SoftRectifier.SOFTPLUS;

  /** The potentials uE and uI at the end; without a target its terms are absent. */
  public double[] settle(double x, OptionalDouble target) {
    double taught = target.orElse(0);
    return settling.run(
        2,
        (u, slope) -> {
          double vB = wXE * x;
          double vA = wIE * PHI.rate(u[1]) + taught;
          slope[0] = -leak * u[0] + basal * (vB - u[0]) + apical * (vA - u[0]);
          slope[1] = -leak * u[1] + dendritic * (wEI * PHI.rate(u[0]) - u[1]) + taught;
        });
  }

  /** Rate and change at a potential uE. */
  public CurvePoint at(double x, double uE) {
    double predicted = wXE * x * basal / total();
    double rate = PHI.rate(uE);
    return new CurvePoint(rate, x * (rate - PHI.rate(predicted)));
  }

  /** The same with the apical potential clamped to the negative of an inhibitory rate. */
  public CurvePoint isolated(double x, double inhibition) {
    return at(x, (basal * wXE * x - apical * inhibition) / total());
  }

  private double total() {
    return leak + basal + apical;
  }
}
