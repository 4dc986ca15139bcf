package homeostat.kernel.scalar;

import homeostat.kernel.Elementwise;

/** {@link Elementwise} one element after the other: the readable truth. */
public final class ScalarElementwise implements Elementwise {
  @Override
  public void scale(float factor, float[] x, int xAt, int length) {
    for (int i = 0; i < length; i++) {
      x[xAt + i] *= factor;
    }
  }

  @Override
  public void scale(double factor, double[] x, int xAt, int length) {
    for (int i = 0; i < length; i++) {
      x[xAt + i] *= factor;
    }
  }

  @Override
  public void add(float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] += x[xAt + i];
    }
  }

  @Override
  public void add(double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] += x[xAt + i];
    }
  }

  @Override
  public void multiply(float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] *= x[xAt + i];
    }
  }

  @Override
  public void multiply(double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] *= x[xAt + i];
    }
  }

  @Override
  public void axpy(float a, float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = Math.fma(a, x[xAt + i], y[yAt + i]);
    }
  }

  @Override
  public void axpy(double a, double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = Math.fma(a, x[xAt + i], y[yAt + i]);
    }
  }

  @Override
  public void multiplyAdd(float[] u, int uAt, float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = Math.fma(u[uAt + i], x[xAt + i], y[yAt + i]);
    }
  }

  @Override
  public void multiplyAdd(
      double[] u, int uAt, double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = Math.fma(u[uAt + i], x[xAt + i], y[yAt + i]);
    }
  }

  @Override
  public void relu(float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = x[xAt + i] < 0 ? 0 : x[xAt + i];
    }
  }

  @Override
  public void relu(double[] x, int xAt, double[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = x[xAt + i] < 0 ? 0 : x[xAt + i];
    }
  }

  @Override
  public void clamp(float low, float high, float[] x, int xAt, int length) {
    for (int i = 0; i < length; i++) {
      float raised = x[xAt + i] < low ? low : x[xAt + i];
      x[xAt + i] = raised > high ? high : raised;
    }
  }

  @Override
  public void clamp(double low, double high, double[] x, int xAt, int length) {
    for (int i = 0; i < length; i++) {
      double raised = x[xAt + i] < low ? low : x[xAt + i];
      x[xAt + i] = raised > high ? high : raised;
    }
  }
}
