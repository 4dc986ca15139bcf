package homeostat.kernel;

/**
 * Sums over {@code length} elements from an offset, in the lanes and the order of {@link Lanes};
 * implementations agree to the bit. {@code ...Double} verbs take float32 and add in float64, for
 * losses and statistics.
 */
public interface Reductions {
  /** The sum of x. */
  float sum(float[] x, int xAt, int length);

  /** The sum of x. */
  double sum(double[] x, int xAt, int length);

  /** The sum of x, added in float64. */
  double sumDouble(float[] x, int xAt, int length);

  /** The sum of x y; each product is fused into its lane. */
  float dot(float[] x, int xAt, float[] y, int yAt, int length);

  /** The sum of x y; each product is fused into its lane. */
  double dot(double[] x, int xAt, double[] y, int yAt, int length);

  /** The sum of x y in float64; the products are exact. */
  double dotDouble(float[] x, int xAt, float[] y, int yAt, int length);

  /** The largest |x|; 0 of nothing, NaN if there is one. */
  float maxAbs(float[] x, int xAt, int length);

  /** The largest |x|; 0 of nothing, NaN if there is one. */
  double maxAbs(double[] x, int xAt, int length);

  /** The sum of squares of x. */
  default float sumSquares(float[] x, int xAt, int length) {
    return dot(x, xAt, x, xAt, length);
  }

  /** The sum of squares of x. */
  default double sumSquares(double[] x, int xAt, int length) {
    return dot(x, xAt, x, xAt, length);
  }

  /** The sum of squares of x in float64. */
  default double sumSquaresDouble(float[] x, int xAt, int length) {
    return dotDouble(x, xAt, x, xAt, length);
  }
}
