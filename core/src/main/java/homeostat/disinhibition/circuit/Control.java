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
   * Control and slope of the integrator of one sample, each of n outputs.
   *
   * @param state holds v from {@code v} on, the integrator from {@code integrator} on
   * @param error scratch of n numbers
   * @param c receives the control from {@code cAt} on
   * @param slope receives the slope of the integrator at its place
   */
  void evaluate(
      float[] state,
      int v,
      int integrator,
      int sample,
      int n,
      double[] error,
      float[] c,
      int cAt,
      float[] slope) {
    loss.error(state, v, target, sample * n, n, error);
    for (int o = 0; o < n; o++) {
      c[cAt + o] = (float) controller.control(error[o], state[integrator + o]);
      slope[integrator + o] = (float) controller.integratorSlope(error[o], state[integrator + o]);
    }
  }
}
