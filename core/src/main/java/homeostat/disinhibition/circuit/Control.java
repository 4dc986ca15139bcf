package homeostat.disinhibition.circuit;

import homeostat.disinhibition.ControlLoss;
import homeostat.disinhibition.LeakyController;

/**
 * What closes the loop: a controller that sees the output's error and reaches the hidden layers
 * over feedback weights.
 *
 * @param loss whose negative gradient is the error
 * @param controller from error to control
 * @param feedback from control to hidden units
 * @param toReadout whether the control also reaches the output itself
 * @param target y, [sample][output]
 */
public record Control(
    ControlLoss loss,
    LeakyController controller,
    Feedback feedback,
    boolean toReadout,
    float[] target) {

  /**
   * Control and slope of the integrator of one sample, all rows of {@code n} outputs.
   *
   * @param error scratch of n numbers
   */
  void evaluate(
      float[] v,
      float[] integrator,
      int at,
      int sample,
      int n,
      double[] error,
      float[] c,
      float[] integratorSlope) {
    loss.error(v, at, target, sample * n, n, error);
    for (int o = 0; o < n; o++) {
      c[at + o] = (float) controller.control(error[o], integrator[at + o]);
      integratorSlope[at + o] = (float) controller.integratorSlope(error[o], integrator[at + o]);
    }
  }
}
