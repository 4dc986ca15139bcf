package homeostat.dynamics;

/**
 * A step with its derivative D_n(x) = dF_n/dx: what small deviations from the state become. Exactly
 * the derivative of the step that is made, so for a flow it differentiates the scheme, not the
 * equation.
 */
public interface TangentStep extends Step {
  /**
   * One step of state and deviations: x(n+1) = F_n(x), V(n+1) = D_n(x) V.
   *
   * @param frame the deviations V, [size][columns] row-major; not changed
   * @param columns number of deviations
   * @param nextFrame receives the deviations after, [size][columns]; another array
   */
  void step(long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame);
}
