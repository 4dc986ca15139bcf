package homeostat.kernel.scalar;

import homeostat.kernel.Dense;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Lanes;
import homeostat.kernel.Workspace;

/** The float32 half of {@link ScalarDense}. */
final class ScalarFloatDense {
  private ScalarFloatDense() {}

  static void gemm(
      float alpha, FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c, Workspace workspace) {
    Dense.checkShapes(a.rows(), a.cols(), b.rows(), b.cols(), c.rows(), c.cols(), c.transposed());
    float[] sums = workspace.floats(c.cols());
    for (int i = 0; i < c.rows(); i++) {
      int start = 0;
      do {
        int end = Math.min(a.cols(), start + Dense.DEPTH);
        java.util.Arrays.fill(sums, 0, c.cols(), 0);
        for (int k = start; k < end; k++) {
          float factor = a.data()[a.index(i, k)];
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
      float alpha, float[] sums, float beta, FloatMatrix c, int i, boolean first) {
    float[] data = c.data();
    int from = c.index(i, 0);
    for (int j = 0; j < c.cols(); j++) {
      float kept = !first ? data[from + j] : beta == 0 ? 0 : beta * data[from + j];
      data[from + j] = Math.fma(alpha, sums[j], kept);
    }
  }

  static void gemv(float alpha, FloatMatrix a, float[] x, int xAt, float beta, float[] y, int yAt) {
    float[] lanes = new float[Lanes.FLOATS];
    for (int i = 0; i < a.rows(); i++) {
      float sum = a.transposed() ? column(a, i, x, xAt) : row(a, i, x, xAt, lanes);
      float kept = beta == 0 ? 0 : beta * y[yAt + i];
      y[yAt + i] = Math.fma(alpha, sum, kept);
    }
  }

  private static float row(FloatMatrix a, int i, float[] x, int xAt, float[] lanes) {
    java.util.Arrays.fill(lanes, 0);
    int from = a.index(i, 0);
    for (int j = 0; j < a.cols(); j++) {
      int lane = j % Lanes.FLOATS;
      lanes[lane] = Math.fma(a.data()[from + j], x[xAt + j], lanes[lane]);
    }
    return Lanes.sum(lanes);
  }

  private static float column(FloatMatrix a, int i, float[] x, int xAt) {
    float sum = 0;
    for (int j = 0; j < a.cols(); j++) {
      sum = Math.fma(a.data()[a.index(i, j)], x[xAt + j], sum);
    }
    return sum;
  }
}
