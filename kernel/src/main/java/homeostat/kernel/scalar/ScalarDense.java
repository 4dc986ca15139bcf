package homeostat.kernel.scalar;

import homeostat.kernel.Dense;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.FloatMatrix;
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
  public void gemv(float alpha, FloatMatrix a, float[] x, int xAt, float beta, float[] y, int yAt) {
    ScalarFloatDense.gemv(alpha, a, x, xAt, beta, y, yAt);
  }

  @Override
  public void gemv(
      double alpha, DoubleMatrix a, double[] x, int xAt, double beta, double[] y, int yAt) {
    ScalarDoubleDense.gemv(alpha, a, x, xAt, beta, y, yAt);
  }
}
