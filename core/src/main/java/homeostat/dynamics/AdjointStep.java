package homeostat.dynamics;

/** A tangent step that can be differentiated backwards, through its state and its deviations. */
public interface AdjointStep extends TangentStep {
  /**
   * From the adjoints after a step (derivatives of a scalar loss with respect to x(n+1) and V(n+1))
   * to those before it:
   *
   * <pre>
   * adjoint(x) = D^T adjoint(x') + d/dx sum(adjoint(V') * (D_n(x) V))
   * adjoint(V) = D^T adjoint(V')
   * </pre>
   *
   * With zero columns only the first term is left and no frame is touched. A system with trainable
   * parameters adds to their gradients here as well.
   *
   * @param x state before the step, [size]
   * @param frame deviations before the step, [size][columns]
   * @param nextAdjoint adjoint of the state after, [size]
   * @param nextFrameAdjoint adjoint of the deviations after, [size][columns]
   * @param adjoint receives the adjoint of the state before, [size]; another array
   * @param frameAdjoint receives that of the deviations before, [size][columns]; another array
   */
  void adjoint(
      long n,
      double[] x,
      double[] frame,
      int columns,
      double[] nextAdjoint,
      double[] nextFrameAdjoint,
      double[] adjoint,
      double[] frameAdjoint);
}
