package homeostat.kernel;

/**
 * Elementary functions, element by element: {@link FloatFunctions} and {@link DoubleFunctions},
 * whose comments state the errors.
 *
 * <p>Every verb works on {@code length} elements of each array, from the offset {@code ...At} that
 * follows it. The last array is the result; it may be an input at the same offset, and ranges must
 * not overlap otherwise. Implementations agree to the bit.
 */
public interface Transcendental {
  /** y <- exp(x). */
  void exp(float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- exp(x). */
  void exp(double[] x, int xAt, double[] y, int yAt, int length);

  /** y <- ln(x): -inf at 0, NaN below. */
  void log(float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- ln(x): -inf at 0, NaN below. */
  void log(double[] x, int xAt, double[] y, int yAt, int length);

  /** y <- tanh(x). */
  void tanh(float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- tanh(x). */
  void tanh(double[] x, int xAt, double[] y, int yAt, int length);

  /** y <- 1 / (1 + exp(-x)). */
  void sigmoid(float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- 1 / (1 + exp(-x)). */
  void sigmoid(double[] x, int xAt, double[] y, int yAt, int length);

  /** y <- ln(1 + exp(x)). */
  void softplus(float[] x, int xAt, float[] y, int yAt, int length);

  /** y <- ln(1 + exp(x)). */
  void softplus(double[] x, int xAt, double[] y, int yAt, int length);
}
