package homeostat.lyapunov.arithmetic;

import homeostat.array.NdArray;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;

/** Arithmetic of 32 bits on the active kernels. */
final class FloatArithmetic implements Arithmetic<float[]> {
  private final Kernels kernels = Kernels.active();
  private final Workspace workspace = new Workspace();

  @Override
  public String precision() {
    return "float32";
  }

  @Override
  public float[] array(int length) {
    return new float[length];
  }

  @Override
  public int length(float[] a) {
    return a.length;
  }

  @Override
  public float[] from(double[] values) {
    float[] out = new float[values.length];
    from(values, out);
    return out;
  }

  @Override
  public void from(double[] values, float[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = (float) values[i];
    }
  }

  @Override
  public void toDoubles(float[] a, double[] out) {
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i];
    }
  }

  @Override
  public double get(float[] a, int i) {
    return a[i];
  }

  @Override
  public void set(float[] a, int i, double value) {
    a[i] = (float) value;
  }

  @Override
  public NdArray store(float[] a, int... shape) {
    return new NdArray.F4(a.clone(), shape);
  }

  @Override
  public void copy(float[] from, int fromAt, float[] to, int toAt, int length) {
    System.arraycopy(from, fromAt, to, toAt, length);
  }

  @Override
  public void scale(double factor, float[] x, int at, int length) {
    kernels.elementwise().scale((float) factor, x, at, length);
  }

  @Override
  public void axpy(double a, float[] x, int xAt, float[] y, int yAt, int length) {
    kernels.elementwise().axpy((float) a, x, xAt, y, yAt, length);
  }

  @Override
  public double dot(float[] x, int xAt, float[] y, int yAt, int length) {
    return kernels.reductions().dot(x, xAt, y, yAt, length);
  }

  @Override
  public void gemm(double alpha, View<float[]> a, View<float[]> b, double beta, View<float[]> c) {
    kernels.dense().gemm((float) alpha, matrix(a), matrix(b), (float) beta, matrix(c), workspace);
  }

  @Override
  public void gemv(double alpha, View<float[]> a, float[] x, double beta, float[] y) {
    kernels.dense().gemv((float) alpha, matrix(a), x, 0, (float) beta, y, 0);
  }

  @Override
  public void scaleRows(float[] d, float[] x, float[] out, int rows, int cols) {
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
  public void mirrorLower(float[] m, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        m[j * size + i] = m[i * size + j];
      }
    }
  }

  @Override
  public double onePass() {
    return 100;
  }

  @Override
  public double twoPasses() {
    return 300;
  }

  private static FloatMatrix matrix(View<float[]> v) {
    return new FloatMatrix(v.data(), v.offset(), v.rows(), v.cols(), v.stride(), v.transposed());
  }
}
