package homeostat.lyapunov.arithmetic;

import homeostat.kernel.Kernels;

/**
 * The thin factorisation A = Q R by Householder reflections in 64 bits, stable whatever the
 * condition of A, and its reverse. With n rows, p columns and m = min(n, p): Q is [n][m] with
 * orthonormal columns, R is [m][p] and upper triangular.
 *
 * @param rows n
 * @param cols p
 * @param q Q, row-major
 * @param r R, row-major
 */
public record Qr(int rows, int cols, double[] q, double[] r) {

  /** Factors A, with the signs of the reflections: R_jj = -sign(a) |column|. */
  public static Qr of(double[] a, int rows, int cols) {
    int m = Math.min(rows, cols);
    double[] columns = new double[rows * cols];
    transpose(a, rows, cols, columns);
    double[] scale = new double[m];
    for (int j = 0; j < m; j++) {
      scale[j] = reflect(columns, rows, cols, j);
    }
    double[] r = new double[m * cols];
    for (int j = 0; j < cols; j++) {
      for (int i = 0; i <= Math.min(j, m - 1); i++) {
        r[i * cols + j] = columns[j * rows + i];
      }
    }
    double[] qColumns = new double[rows * m];
    for (int j = 0; j < m; j++) {
      qColumns[j * rows + j] = 1;
    }
    for (int j = m - 1; j >= 0; j--) {
      // The reflection's vector is 1 at j and, below, what took the place of the column.
      double head = columns[j * rows + j];
      columns[j * rows + j] = 1;
      for (int c = j; c < m; c++) {
        apply(columns, j * rows + j, scale[j], qColumns, c * rows + j, rows - j);
      }
      columns[j * rows + j] = head;
    }
    double[] q = new double[rows * m];
    transpose(qColumns, m, rows, q);
    return new Qr(rows, cols, q, r);
  }

  private static double reflect(double[] columns, int rows, int cols, int j) {
    int at = j * rows + j;
    int length = rows - j;
    double below =
        length > 1 ? Kernels.active().reductions().sumSquares(columns, at + 1, length - 1) : 0;
    if (below == 0) {
      return 0;
    }
    double head = columns[at];
    double norm = Math.sqrt(head * head + below);
    double diagonal = head > 0 ? -norm : norm;
    Kernels.active().elementwise().scale(1 / (head - diagonal), columns, at + 1, length - 1);
    double scale = (diagonal - head) / diagonal;
    columns[at] = 1;
    for (int c = j + 1; c < cols; c++) {
      apply(columns, at, scale, columns, c * rows + j, length);
    }
    columns[at] = diagonal;
    return scale;
  }

  /** x <- x - scale v (v . x). */
  private static void apply(double[] v, int vAt, double scale, double[] x, int xAt, int length) {
    double along = Kernels.active().reductions().dot(v, vAt, x, xAt, length);
    Kernels.active().elementwise().axpy(-scale * along, v, vAt, x, xAt, length);
  }

  private static void transpose(double[] from, int rows, int cols, double[] to) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        to[j * rows + i] = from[i * cols + j];
      }
    }
  }

  /** The same factorisation with R_jj >= 0. */
  public Qr positive() {
    int m = Math.min(rows, cols);
    double[] newQ = q.clone();
    double[] newR = r.clone();
    for (int j = 0; j < m; j++) {
      if (r[j * cols + j] < 0) {
        for (int i = 0; i < rows; i++) {
          newQ[i * m + j] = -newQ[i * m + j];
        }
        for (int c = j; c < cols; c++) {
          newR[j * cols + c] = -newR[j * cols + c];
        }
      }
    }
    return new Qr(rows, cols, newQ, newR);
  }

  /**
   * The adjoint of A from those of Q and R. With n >= p,
   *
   * <pre>
   * M  = R Rbar^T - Qbar^T Q
   * Abar = (Qbar + Q copyltu(M)) R^(-T),   copyltu(M) = tril(M) + tril(M, -1)^T
   * </pre>
   *
   * and with n &lt; p, A = [A1 A2], R = [R1 R2]: A2bar = Q R2bar, and A1bar as above with Qbar + A2
   * R2bar^T for Qbar. What Rbar has below the diagonal does not matter.
   *
   * @param a the matrix that was factored
   * @param qAdjoint Qbar, [n][m]
   * @param rAdjoint Rbar, [m][p]
   */
  public double[] adjoint(double[] a, double[] qAdjoint, double[] rAdjoint) {
    int m = Math.min(rows, cols);
    double[] qBar = qAdjoint.clone();
    double[] aBar = new double[rows * cols];
    for (int c = m; c < cols; c++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < m; j++) {
          qBar[i * m + j] += a[i * cols + c] * rAdjoint[j * cols + c];
          aBar[i * cols + c] += q[i * m + j] * rAdjoint[j * cols + c];
        }
      }
    }
    double[] lower = new double[m * m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int c = i; c < m; c++) {
          sum += r[i * cols + c] * rAdjoint[j * cols + c];
        }
        for (int e = 0; e < rows; e++) {
          sum -= qBar[e * m + i] * q[e * m + j];
        }
        lower[i * m + j] = sum;
        lower[j * m + i] = sum;
      }
    }
    for (int e = 0; e < rows; e++) {
      double[] row = new double[m];
      for (int j = 0; j < m; j++) {
        row[j] = qBar[e * m + j];
        for (int c = 0; c < m; c++) {
          row[j] += q[e * m + c] * lower[c * m + j];
        }
      }
      for (int j = m - 1; j >= 0; j--) {
        double sum = row[j];
        for (int c = j + 1; c < m; c++) {
          sum -= aBar[e * cols + c] * r[j * cols + c];
        }
        aBar[e * cols + j] = sum / r[j * cols + j];
      }
    }
    return aBar;
  }
}
