package homeostat.dynamics;

/** A vector field with its derivative: small deviations v obey dv/dt = J(t, x) v, J = df/dx. */
public interface TangentField extends VectorField {
  /**
   * Evaluates J(t, x) V for several deviations at once.
   *
   * @param x state, [size]
   * @param frame the deviations V, [size][columns] row-major
   * @param columns number of deviations
   * @param slope receives J V, [size][columns]; every element is written
   */
  void tangent(double t, double[] x, double[] frame, int columns, double[] slope);
}
