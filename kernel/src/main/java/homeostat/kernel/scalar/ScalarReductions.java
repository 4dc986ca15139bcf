package homeostat.kernel.scalar;

import homeostat.kernel.Lanes;
import homeostat.kernel.Reductions;

/** {@link Reductions} one element after the other, in the same lanes. */
public final class ScalarReductions implements Reductions {
  @Override
  public float sum(float[] x, int xAt, int length) {
    float[] lanes = new float[Lanes.FLOATS];
    for (int i = 0; i < length; i++) {
      lanes[i % Lanes.FLOATS] += x[xAt + i];
    }
    return Lanes.sum(lanes);
  }

  @Override
  public float dot(float[] x, int xAt, float[] y, int yAt, int length) {
    float[] lanes = new float[Lanes.FLOATS];
    for (int i = 0; i < length; i++) {
      lanes[i % Lanes.FLOATS] = Math.fma(x[xAt + i], y[yAt + i], lanes[i % Lanes.FLOATS]);
    }
    return Lanes.sum(lanes);
  }

  @Override
  public float maxAbs(float[] x, int xAt, int length) {
    float largest = 0;
    for (int i = 0; i < length; i++) {
      largest = Math.max(largest, Math.abs(x[xAt + i]));
    }
    return largest;
  }

  @Override
  public double sum(double[] x, int xAt, int length) {
    double[] lanes = new double[Lanes.DOUBLES];
    for (int i = 0; i < length; i++) {
      lanes[i % Lanes.DOUBLES] += x[xAt + i];
    }
    return Lanes.sum(lanes);
  }

  @Override
  public double dot(double[] x, int xAt, double[] y, int yAt, int length) {
    double[] lanes = new double[Lanes.DOUBLES];
    for (int i = 0; i < length; i++) {
      lanes[i % Lanes.DOUBLES] = Math.fma(x[xAt + i], y[yAt + i], lanes[i % Lanes.DOUBLES]);
    }
    return Lanes.sum(lanes);
  }

  @Override
  public double maxAbs(double[] x, int xAt, int length) {
    double largest = 0;
    for (int i = 0; i < length; i++) {
      largest = Math.max(largest, Math.abs(x[xAt + i]));
    }
    return largest;
  }

  @Override
  public double sumDouble(float[] x, int xAt, int length) {
    double[] lanes = new double[Lanes.DOUBLES];
    for (int i = 0; i < length; i++) {
      lanes[i % Lanes.DOUBLES] += x[xAt + i];
    }
    return Lanes.sum(lanes);
  }

  @Override
  public double dotDouble(float[] x, int xAt, float[] y, int yAt, int length) {
    double[] lanes = new double[Lanes.DOUBLES];
    for (int i = 0; i < length; i++) {
      lanes[i % Lanes.DOUBLES] =
          Math.fma((double) x[xAt + i], (double) y[yAt + i], lanes[i % Lanes.DOUBLES]);
    }
    return Lanes.sum(lanes);
  }
}
