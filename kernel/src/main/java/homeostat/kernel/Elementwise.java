package homeostat.kernel;

/**
 * Arithmetic, element by element, in float32 and float64.
 *
 * <p>Every verb works on {@code length} elements of each array, from the offset {@code ...At} that
 * follows it. The last array is the result; it may be an input at the same offset, and ranges must
 * not overlap otherwise. Implementations agree to the bit.
 */
public interface Elementwise {
  /** x <- factor x. */
  void scale(float factor, float[] x, int xAt, int length);

  /** x <- factor x. */
  void scale(double factor, double[] x, int xAt, int length);

  /** y <- y + x. */
  void add(float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- y + x. */
  void add(double[] x, int xAt, double[] y, int yAt, int length);

  /** y <- y x. */
  void multiply(float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- y x. */
  void multiply(double[] x, int xAt, double[] y, int yAt, int length);

  /** y <- a x + y, rounded once. */
  void axpy(float a, float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- a x + y, rounded once. */
  void axpy(double a, double[] x, int xAt, double[] y, int yAt, int length);

  /** y <- u x + y, rounded once. */
  void multiplyAdd(float[] u, int uAt, float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- u x + y, rounded once. */
  void multiplyAdd(double[] u, int uAt, double[] x, int xAt, double[] y, int yAt, int length);

  /** y <- max(x, 0); NaN and -0 stay. */
  void relu(float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- max(x, 0); NaN and -0 stay. */
  void relu(double[] x, int xAt, double[] y, int yAt, int length);

  /** x <- min(max(x, low), high); NaN stays. */
  void clamp(float low, float high, float[] x, int xAt, int length);

  /** x <- min(max(x, low), high); NaN stays. */
  void clamp(double low, double high, double[] x, int xAt, int length);
}
