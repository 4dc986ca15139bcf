package homeostat.kernel;

/**
 * Fused updates of states and parameters, one pass over memory each.
 *
 * <p>Every verb works on {@code length} elements of each array, from the offset {@code ...At} that
 * follows it. The last array is the result; it may be an input at the same offset, and ranges must
 * not overlap otherwise. Implementations agree to the bit.
 */
public interface Updates {
  /** x <- x + a (u - x): one step of a leaky integrator towards u, a = dt / tau. */
  void relax(float a, float[] u, int uAt, float[] x, int xAt, int length);

  /** x <- x + a (u - x): one step of a leaky integrator towards u, a = dt / tau. */
  void relax(double a, double[] u, int uAt, double[] x, int xAt, int length);

  /** x <- x + a (tanh(u) - x): one step of a leaky tanh unit, a = dt / tau. */
  void leakyTanh(float a, float[] u, int uAt, float[] x, int xAt, int length);

  /** x <- x + a (tanh(u) - x): one step of a leaky tanh unit, a = dt / tau. */
  void leakyTanh(double a, double[] u, int uAt, double[] x, int xAt, int length);

  /**
   * One Adam step in one pass: see {@link AdamStep}. g is the gradient; the moments m and v and the
   * parameters p are updated.
   */
  void adam(
      AdamStep step,
      float[] g,
      int gAt,
      float[] m,
      int mAt,
      float[] v,
      int vAt,
      float[] p,
      int pAt,
      int length);

  /**
   * One Adam step in one pass: see {@link AdamStep}. g is the gradient; the moments m and v and the
   * parameters p are updated.
   */
  void adam(
      AdamStep step,
      double[] g,
      int gAt,
      double[] m,
      int mAt,
      double[] v,
      int vAt,
      double[] p,
      int pAt,
      int length);

  /** Gradient descent with momentum: v <- mu v + g, p <- p - rate v. */
  void momentum(
      float rate, float mu, float[] g, int gAt, float[] v, int vAt, float[] p, int pAt, int length);

  /** Gradient descent with momentum: v <- mu v + g, p <- p - rate v. */
  void momentum(
      double rate,
      double mu,
      double[] g,
      int gAt,
      double[] v,
      int vAt,
      double[] p,
      int pAt,
      int length);
}
