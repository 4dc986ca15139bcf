package homeostat.dynamics;

/**
 * A tangent field that can be differentiated backwards. Write s = f(t, x) and S = J(t, x) V; an
 * adjoint is the derivative of a scalar loss with respect to the quantity of the same name.
 */
public interface AdjointField extends TangentField {
  /**
   * Adds to the adjoints of x and V what reaches them through s and S:
   *
   * <pre>
   * adjoint(x) += J^T adjoint(s) + d/dx sum(adjoint(S) * (J(t, x) V))
   * adjoint(V) += J^T adjoint(S)
   * </pre>
   *
   * A field with trainable parameters adds to their gradients here as well.
   *
   * @param frame V, [size][columns]; unused with zero columns
   * @param slopeAdjoint adjoint of s, [size]
   * @param tangentAdjoint adjoint of S, [size][columns]
   * @param stateAdjoint adjoint of x, [size], added to
   * @param frameAdjoint adjoint of V, [size][columns], added to
   */
  void adjoint(
      double t,
      double[] x,
      double[] frame,
      int columns,
      double[] slopeAdjoint,
      double[] tangentAdjoint,
      double[] stateAdjoint,
      double[] frameAdjoint);
}
