package homeostat.kernel.scalar;

import homeostat.kernel.Dense;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Lanes;
import homeostat.kernel.Workspace;

/** The float64 half of {@link ScalarDense}. */
final class ScalarDoubleDense {
  private ScalarDoubleDense() {}

  static void gemm(
      double alpha,
      DoubleMatrix a,
      DoubleMatrix b,
      double beta,
      DoubleMatrix c,
      Workspace workspace) {
    Dense.checkShapes(a.rows(), a.cols(), b.rows(), b.cols(), c.rows(), c.cols(), c.transposed());
    double[] sums = workspace.doubles(c.cols());
    for (int i = 0; i < c.rows(); i++) {
      int start = 0;
      do {
        int end = Math.min(a.cols(), start + Dense.DEPTH);
        java.util.Arrays.fill(sums, 0, c.cols(), 0);
        for (int k = start; k < end; k++) {
          double factor = a.data()[a.index(i, k)];
          int from = b.index(k, 0);
          for (int j = 0; j < c.cols(); j++) {
            sums[j] = Math.fma(factor, b.data()[from + j * b.colStep()], sums[j]);
          }
        }
        merge(alpha, sums, beta, c, i, start == 0);
        start += Dense.DEPTH;
      } while (start < a.cols());
    }
  }

  private static void merge(
      double alpha, double[] sums, double beta, DoubleMatrix c, int i, boolean first) {
    double[] data = c.data();
    int from = c.index(i, 0);
    for (int j = 0; j < c.cols(); j++) {
      double kept = !first ? data[from + j] : beta == 0 ? 0 : beta * data[from + j];
      data[from + j] = Math.fma(alpha, sums[j], kept);
    }
  }

  static void gemv(
      double alpha, DoubleMatrix a, double[] x, int xAt, double beta, double[] y, int yAt) {
    double[] lanes = new double[Lanes.DOUBLES];
    for (int i = 0; i < a.rows(); i++) {
      double sum = a.transposed() ? column(a, i, x, xAt) : row(a, i, x, xAt, lanes);
      double kept = beta == 0 ? 0 : beta * y[yAt + i];
      y[yAt + i] = Math.fma(alpha, sum, kept);
    }
  }

  private static double row(DoubleMatrix a, int i, double[] x, int xAt, double[] lanes) {
    java.util.Arrays.fill(lanes, 0);
    int from = a.index(i, 0);
    for (int j = 0; j < a.cols(); j++) {
      int lane = j % Lanes.DOUBLES;
      lanes[lane] = Math.fma(a.data()[from + j], x[xAt + j], lanes[lane]);
    }
    return Lanes.sum(lanes);
  }

  private static double column(DoubleMatrix a, int i, double[] x, int xAt) {
    double sum = 0;
    for (int j = 0; j < a.cols(); j++) {
      sum = Math.fma(a.data()[a.index(i, j)], x[xAt + j], sum);
    }
    return sum;
  }
}
