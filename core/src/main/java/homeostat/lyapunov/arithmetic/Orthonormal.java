package homeostat.lyapunov.arithmetic;

import homeostat.dynamics.NonFiniteException;

/**
 * Factors frames, V = Q R with R_jj &gt; 0. The triangular factor comes from the Cholesky
 * factorisation of V^T V where the growths of one interval are close enough for it (CholeskyQR, in
 * one or two passes), and from reflections otherwise.
 *
 * <p>One pass is less orthonormal than reflections by the square of the condition. This does not
 * add up: the factors R multiply to the exact ones whatever the Q between them, and only the last Q
 * must be nearly orthonormal.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class Orthonormal<A> {
  private static final int FEW = 4;
  private static final double SMALLEST = 1e-300;

  private final Arithmetic<A> arithmetic;
  private final Triangular<A> triangular;
  private final int rows;
  private final int cols;
  private A square;

  public Orthonormal(Arithmetic<A> arithmetic, int rows, int cols) {
    this.arithmetic = arithmetic;
    this.rows = rows;
    this.cols = cols;
    triangular = new Triangular<>(arithmetic);
    square = arithmetic.array(0);
  }

  /**
   * Factors a frame.
   *
   * @param v V before, Q after, [rows][cols]
   * @param r receives R, [cols][cols]; zero below the diagonal blocks before
   * @return ln(max R_jj / min R_jj): how unequal the growths were
   */
  public double factor(A v, A r) {
    View<A> frame = View.of(v, rows, cols);
    View<A> upper = View.of(r, cols, cols);
    if (cols > FEW) {
      triangular.gram(frame, upper);
      if (triangular.cholesky(upper)) {
        double spread = spread(r);
        double ratio = StrictMath.exp(spread);
        if (ratio <= arithmetic.onePass()) {
          triangular.solveRight(frame, upper);
          return spread;
        }
        if (ratio <= arithmetic.twoPasses()) {
          triangular.solveRight(frame, upper);
          if (again(frame, r)) {
            return spread(r);
          }
          throw new NonFiniteException("tangent frame", "", -1, Double.NaN);
        }
      }
    }
    reflections(v, r);
    return spread(r);
  }

  /** The second pass: Q = Q2 R2, R <- R2 R. */
  private boolean again(View<A> frame, A r) {
    A second = arithmetic.array(cols * cols);
    triangular.gram(frame, View.of(second, cols, cols));
    if (!triangular.cholesky(View.of(second, cols, cols))) {
      return false;
    }
    triangular.solveRight(frame, View.of(second, cols, cols));
    A product = arithmetic.array(cols * cols);
    arithmetic.gemm(
        1, View.of(second, cols, cols), View.of(r, cols, cols), 0, View.of(product, cols, cols));
    arithmetic.copy(product, 0, r, 0, cols * cols);
    return true;
  }

  private void reflections(A v, A r) {
    double[] doubles = new double[rows * cols];
    arithmetic.toDoubles(v, doubles);
    for (int e = 0; e < doubles.length; e++) {
      if (!Double.isFinite(doubles[e])) {
        throw new NonFiniteException(
            "tangent frame", "variable " + e / cols + ", vector " + e % cols, -1, doubles[e]);
      }
    }
    Qr qr = Qr.of(doubles, rows, cols).positive();
    for (int j = 0; j < cols; j++) {
      if (!(qr.r()[j * cols + j] >= SMALLEST)) {
        throw new NonFiniteException(
            "growth", "tangent vector " + j + " (it collapsed)", -1, qr.r()[j * cols + j]);
      }
    }
    arithmetic.from(qr.q(), v);
    arithmetic.from(qr.r(), r);
  }

  private double spread(A r) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int j = 0; j < cols; j++) {
      double value = arithmetic.get(r, j * cols + j);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return StrictMath.log(most / least);
  }

  /**
   * From the adjoint of Q to that of V, where the loss also depends on R through sum_j w_j ln R_jj:
   *
   * <pre>
   * S    = diag(w) - copyltu(Qbar^T Q)
   * Vbar = (Qbar + Q S) R^(-T)
   * </pre>
   *
   * @param q Q, [rows][cols]
   * @param r R, [cols][cols]
   * @param weights w, [cols]
   * @param adjoint Qbar before, Vbar after, [rows][cols]
   */
  public void adjoint(A q, A r, double[] weights, A adjoint) {
    if (arithmetic.length(square) == 0) {
      square = arithmetic.array(cols * cols);
    }
    View<A> frame = View.of(adjoint, rows, cols);
    View<A> basis = View.of(q, rows, cols);
    View<A> s = View.of(square, cols, cols);
    triangular.lowerProduct(frame, basis, s);
    arithmetic.mirrorLower(square, cols);
    for (int j = 0; j < cols; j++) {
      int at = j * cols + j;
      arithmetic.set(square, at, arithmetic.get(square, at) + weights[j]);
    }
    arithmetic.gemm(1, basis, s, 1, frame);
    triangular.solveRightTransposed(frame, View.of(r, cols, cols));
  }
}
