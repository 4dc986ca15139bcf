package homeostat.kernel.scalar;

import homeostat.kernel.Dense;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.FloatPanels;
import homeostat.kernel.Workspace;

/** {@link Dense} in plain loops: the readable truth. */
public final class ScalarDense implements Dense {
  @Override
  public void gemm(
      float alpha, FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c, Workspace workspace) {
    ScalarFloatDense.gemm(alpha, a, b, beta, c, workspace);
  }

  @Override
  public void gemm(
      double alpha,
      DoubleMatrix a,
      DoubleMatrix b,
      double beta,
      DoubleMatrix c,
      Workspace workspace) {
    ScalarDoubleDense.gemm(alpha, a, b, beta, c, workspace);
  }

  @Override
  public FloatPanels panels(int rows, int cols) {
    return new FloatPanels(rows, cols, new float[Math.multiplyExact(rows, cols)]);
  }

  @Override
  public void prepare(FloatMatrix b, FloatPanels into, Workspace workspace) {
    Dense.checkPanels(b, into);
    for (int i = 0; i < b.rows(); i++) {
      for (int j = 0; j < b.cols(); j++) {
        into.data()[i * b.cols() + j] = b.data()[b.index(i, j)];
      }
    }
  }

  @Override
  public void gemm(
      float alpha, FloatMatrix a, FloatPanels b, float beta, FloatMatrix c, Workspace workspace) {
    FloatMatrix right = FloatMatrix.of(b.data(), b.rows(), b.cols());
    ScalarFloatDense.gemm(alpha, a, right, beta, c, workspace);
  }

  @Override
  public void gemv(float alpha, FloatMatrix a, float[] x, int xAt, float beta, float[] y, int yAt) {
    ScalarFloatDense.gemv(alpha, a, x, xAt, beta, y, yAt);
  }

  @Override
  public void gemv(
      double alpha, DoubleMatrix a, double[] x, int xAt, double beta, double[] y, int yAt) {
    ScalarDoubleDense.gemv(alpha, a, x, xAt, beta, y, yAt);
  }
}
