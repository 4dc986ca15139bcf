package homeostat.lyapunov.arithmetic;

import homeostat.array.NdArray;

/**
 * The verbs that the engine is written over, once for both precisions. An instance owns scratch
 * memory: use one a thread.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public sealed interface Arithmetic<A> permits DoubleArithmetic, FloatArithmetic {
  /** Arithmetic of 64 bits. */
  static Arithmetic<double[]> float64() {
    return new DoubleArithmetic();
  }

  /** Arithmetic of 32 bits. */
  static Arithmetic<float[]> float32() {
    return new FloatArithmetic();
  }

  /** Its name: {@code float32} or {@code float64}. */
  String precision();

  /** Zeros. */
  A array(int length);

  /** Number of elements. */
  int length(A a);

  /** The nearest numbers of this precision, a fresh array. */
  A from(double[] values);

  /** The nearest numbers of this precision, into {@code out}. */
  void from(double[] values, A out);

  /** The same numbers in 64 bits. */
  void toDoubles(A a, double[] out);

  /** One element. */
  double get(A a, int i);

  /** Sets one element. */
  void set(A a, int i, double value);

  /** The array for a checkpoint, copied. */
  NdArray store(A a, int... shape);

  /** Copies elements. */
  void copy(A from, int fromAt, A to, int toAt, int length);

  /** x <- factor x. */
  void scale(double factor, A x, int at, int length);

  /** y <- a x + y. */
  void axpy(double a, A x, int xAt, A y, int yAt, int length);

  /** The sum of x y. */
  double dot(A x, int xAt, A y, int yAt, int length);

  /** C <- alpha A B + beta C. */
  void gemm(double alpha, View<A> a, View<A> b, double beta, View<A> c);

  /** y <- alpha A x + beta y. */
  void gemv(double alpha, View<A> a, A x, double beta, A y);

  /**
   * out <- diag(d) x, [rows][cols]; {@code out} is another array.
   *
   * @param d [rows]
   */
  void scaleRows(A d, A x, A out, int rows, int cols);

  /** Copies what is below the diagonal of a square matrix to above it. */
  void mirrorLower(A m, int size);

  /**
   * How large the ratio of extreme growths may be for one pass of CholeskyQR; its square times the
   * unit roundoff is the loss of orthogonality.
   */
  double onePass();

  /** The ratio of growths in an interval that is aimed at if nothing is said. */
  default double usualBound() {
    return 0.8 * onePass();
  }

  /** The same for two passes; above, reflections are used. */
  double twoPasses();
}
