package homeostat.disinhibition.curve;

import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Tangent;
import java.util.OptionalDouble;

/**
 * One excitatory-inhibitory pair with an input x, in units of its time constants:
 *
 * <pre>
 * duE/dt = -uE - phi(uI) + x
 * duI/dt = -uI + phi(uE) - gain (target - phi(uE))      the last term only with a target
 * </pre>
 *
 * Its input synapse changes by dW = x (phi(uE) - g(phi(uI))) phi'(uE), with g the inverse of phi or
 * a line.
 *
 * @param activation phi, of both cells
 * @param gain of the control
 * @param settling how the end state is found
 */
public record PairCircuit(SoftRectifier activation, double gain, Settling settling) {
  /** As published. */
  public static final PairCircuit PUBLISHED =
      new PairCircuit(new SoftRectifier(1, 1, 3), 5, Settling.PUBLISHED);

  /**
   * Potentials at the end.
   *
   * @param excitatory uE
   * @param inhibitory uI
   */
  public record State(double excitatory, double inhibitory) {}

  /** The end state for an input. */
  public State settle(double x, OptionalDouble target) {
    double[] u =
        settling.run(
            2,
            (now, slope) -> {
              double rE = activation.rate(now[0]);
              double rI = activation.rate(now[1]);
              double control = target.isPresent() ? gain * (target.getAsDouble() - rE) : 0;
              slope[0] = -now[0] - rI + x;
              slope[1] = -now[1] + rE - control;
            });
    return new State(u[0], u[1]);
  }

  /** The change by the exact inverse. */
  public CurvePoint exact(double x, State state) {
    double rI = activation.rate(state.inhibitory());
    return point(x, state.excitatory(), activation.inverse(rI));
  }

  /** The change by a line. */
  public CurvePoint linear(double x, State state, Tangent line) {
    double rI = activation.rate(state.inhibitory());
    return point(x, state.excitatory(), line.at(rI));
  }

  /** The change in an excitatory cell of potential u = x whose inhibition is clamped. */
  public CurvePoint isolated(double u, double inhibition, Tangent line) {
    return point(u, u, line.at(inhibition));
  }

  private CurvePoint point(double x, double uE, double balanced) {
    double rE = activation.rate(uE);
    return new CurvePoint(rE, x * (rE - balanced) * activation.slope(uE));
  }
}
