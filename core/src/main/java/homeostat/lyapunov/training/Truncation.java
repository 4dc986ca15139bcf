package homeostat.lyapunov.training;

/**
 * How far the gradient reaches back along the trajectory. In chaos the adjoint of the state grows
 * as exp(lambda_1 t), and the exact gradient says ever less about a finite change of parameters.
 *
 * @param steps the adjoint of the state is dropped every so many steps, counted from the end; 0
 *     never lets it in, so that only the direct dependence of the Jacobians on the parameters is
 *     left
 */
public record Truncation(long steps) {
  /** The exact gradient. */
  public static final Truncation FULL = new Truncation(Long.MAX_VALUE);

  /** Only the direct dependence of the Jacobians on the parameters. */
  public static final Truncation FROZEN = new Truncation(0);

  public Truncation {
    if (steps < 0) {
      throw new IllegalArgumentException("a window of " + steps + " steps");
    }
  }
}
