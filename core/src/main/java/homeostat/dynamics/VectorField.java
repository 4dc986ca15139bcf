package homeostat.dynamics;

/** The right-hand side of an ordinary differential equation, dx/dt = f(t, x). */
@FunctionalInterface
public interface VectorField {
  /**
   * Evaluates f.
   *
   * @param t time
   * @param x state, [size]; not changed
   * @param slope receives dx/dt, [size]; every element is written
   */
  void slope(double t, double[] x, double[] slope);
}
