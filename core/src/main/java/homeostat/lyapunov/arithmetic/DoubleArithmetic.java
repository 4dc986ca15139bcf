package homeostat.lyapunov.arithmetic;

import homeostat.array.NdArray;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;

/** Arithmetic of 64 bits on the active kernels. */
final class DoubleArithmetic implements Arithmetic<double[]> {
  private final Kernels kernels = Kernels.active();
  private final Workspace workspace = new Workspace();

  @Override
  public String precision() {
    return "float64";
  }

  @Override
  public double[] array(int length) {
    return new double[length];
  }

  @Override
  public int length(double[] a) {
    return a.length;
  }

  @Override
  public double[] from(double[] values) {
    double[] out = new double[values.length];
    from(values, out);
    return out;
  }

  @Override
  public void from(double[] values, double[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = values[i];
    }
  }

  @Override
  public void toDoubles(double[] a, double[] out) {
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i];
    }
  }

  @Override
  public double get(double[] a, int i) {
    return a[i];
  }

  @Override
  public void set(double[] a, int i, double value) {
    a[i] = value;
  }

  @Override
  public NdArray store(double[] a, int... shape) {
    return new NdArray.F8(a.clone(), shape);
  }

  @Override
  public void copy(double[] from, int fromAt, double[] to, int toAt, int length) {
    System.arraycopy(from, fromAt, to, toAt, length);
  }

  @Override
  public void scale(double factor, double[] x, int at, int length) {
    kernels.elementwise().scale(factor, x, at, length);
  }

  @Override
  public void axpy(double a, double[] x, int xAt, double[] y, int yAt, int length) {
    kernels.elementwise().axpy(a, x, xAt, y, yAt, length);
  }

  @Override
  public double dot(double[] x, int xAt, double[] y, int yAt, int length) {
    return kernels.reductions().dot(x, xAt, y, yAt, length);
  }

  @Override
  public void gemm(
      double alpha, View<double[]> a, View<double[]> b, double beta, View<double[]> c) {
    kernels.dense().gemm(alpha, matrix(a), matrix(b), beta, matrix(c), workspace);
  }

  @Override
  public void gemv(double alpha, View<double[]> a, double[] x, double beta, double[] y) {
    kernels.dense().gemv(alpha, matrix(a), x, 0, beta, y, 0);
  }

  @Override
  public void scaleRows(double[] d, double[] x, double[] out, int rows, int cols) {
    System.arraycopy(x, 0, out, 0, rows * cols);
    if (cols == 1) {
      kernels.elementwise().multiply(d, 0, out, 0, rows);
      return;
    }
    for (int i = 0; i < rows; i++) {
      kernels.elementwise().scale(d[i], out, i * cols, cols);
    }
  }

  @Override
  public void mirrorLower(double[] m, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        m[j * size + i] = m[i * size + j];
      }
    }
  }

  @Override
  public double onePass() {
    return 1e4;
  }

  @Override
  public double twoPasses() {
    return 1e6;
  }

  private static DoubleMatrix matrix(View<double[]> v) {
    return new DoubleMatrix(v.data(), v.offset(), v.rows(), v.cols(), v.stride(), v.transposed());
  }
}
