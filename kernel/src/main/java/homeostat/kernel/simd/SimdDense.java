package homeostat.kernel.simd;

import homeostat.kernel.Dense;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.FloatPanels;
import homeostat.kernel.Workspace;

/** {@link Dense} in tiles of registers. */
final class SimdDense implements Dense {
  @Override
  public void gemm(
      float alpha, FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c, Workspace workspace) {
    SimdFloatGemm.run(alpha, a, b, beta, c, workspace);
  }

  @Override
  public void gemm(
      double alpha,
      DoubleMatrix a,
      DoubleMatrix b,
      double beta,
      DoubleMatrix c,
      Workspace workspace) {
    SimdDoubleGemm.run(alpha, a, b, beta, c, workspace);
  }

  @Override
  public FloatPanels panels(int rows, int cols) {
    return new FloatPanels(rows, cols, new float[SimdFloatGemm.size(rows, cols)]);
  }

  @Override
  public void prepare(FloatMatrix b, FloatPanels into, Workspace workspace) {
    Dense.checkPanels(b, into);
    SimdFloatGemm.prepare(b, into, workspace);
  }

  @Override
  public void gemm(
      float alpha, FloatMatrix a, FloatPanels b, float beta, FloatMatrix c, Workspace workspace) {
    SimdFloatGemm.run(alpha, a, b, beta, c, workspace);
  }

  @Override
  public void gemv(float alpha, FloatMatrix a, float[] x, int xAt, float beta, float[] y, int yAt) {
    SimdFloatGemv.run(alpha, a, x, xAt, beta, y, yAt);
  }

  @Override
  public void gemv(
      double alpha, DoubleMatrix a, double[] x, int xAt, double beta, double[] y, int yAt) {
    SimdDoubleGemv.run(alpha, a, x, xAt, beta, y, yAt);
  }
}
