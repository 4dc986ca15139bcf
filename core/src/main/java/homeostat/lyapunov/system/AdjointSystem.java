package homeostat.lyapunov.system;

/**
 * A tangent system that can be differentiated backwards. A system with parameters adds to their
 * gradients as it goes.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface AdjointSystem<A> extends TangentSystem<A> {
  /**
   * From the adjoints after a step to those before it, in place:
   *
   * <pre>
   * adjoint(x) = D^T adjoint(x') + d/dx sum(adjoint(V') * (D_n(x) V))
   * adjoint(V) = D^T adjoint(V')
   * </pre>
   *
   * @param x state before the step, [size]
   * @param frame deviations before the step, [size][columns]; unused with zero columns
   * @param adjoint of the state, [size]
   * @param frameAdjoint of the deviations, [size][columns]
   */
  void adjoint(long n, A x, A frame, int columns, A adjoint, A frameAdjoint);

  /** Sets the gradients that have been gathered to zero. */
  void forget();
}
