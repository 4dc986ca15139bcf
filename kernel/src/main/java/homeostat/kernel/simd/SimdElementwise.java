package homeostat.kernel.simd;

import homeostat.kernel.Elementwise;
import homeostat.kernel.scalar.ScalarElementwise;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Elementwise} a vector at a time; the scalar twin does what is left over. */
final class SimdElementwise implements Elementwise {
  private final Elementwise rest = new ScalarElementwise();

  @Override
  public void scale(float factor, float[] x, int xAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      xs.mul(factor).intoArray(x, xAt + i);
    }
    rest.scale(factor, x, xAt + i, length - i);
  }

  @Override
  public void scale(double factor, double[] x, int xAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      xs.mul(factor).intoArray(x, xAt + i);
    }
    rest.scale(factor, x, xAt + i, length - i);
  }

  @Override
  public void add(float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatVector ys = FloatVector.fromArray(FloatLanes.SPECIES, y, yAt + i);
      ys.add(xs).intoArray(y, yAt + i);
    }
    rest.add(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void add(double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleVector ys = DoubleVector.fromArray(DoubleLanes.SPECIES, y, yAt + i);
      ys.add(xs).intoArray(y, yAt + i);
    }
    rest.add(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void multiply(float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatVector ys = FloatVector.fromArray(FloatLanes.SPECIES, y, yAt + i);
      ys.mul(xs).intoArray(y, yAt + i);
    }
    rest.multiply(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void multiply(double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleVector ys = DoubleVector.fromArray(DoubleLanes.SPECIES, y, yAt + i);
      ys.mul(xs).intoArray(y, yAt + i);
    }
    rest.multiply(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void axpy(float a, float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatVector ys = FloatVector.fromArray(FloatLanes.SPECIES, y, yAt + i);
      xs.fma(FloatVector.broadcast(FloatLanes.SPECIES, a), ys).intoArray(y, yAt + i);
    }
    rest.axpy(a, x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void axpy(double a, double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleVector ys = DoubleVector.fromArray(DoubleLanes.SPECIES, y, yAt + i);
      xs.fma(DoubleVector.broadcast(DoubleLanes.SPECIES, a), ys).intoArray(y, yAt + i);
    }
    rest.axpy(a, x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void multiplyAdd(float[] u, int uAt, float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector us = FloatVector.fromArray(FloatLanes.SPECIES, u, uAt + i);
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatVector ys = FloatVector.fromArray(FloatLanes.SPECIES, y, yAt + i);
      us.fma(xs, ys).intoArray(y, yAt + i);
    }
    rest.multiplyAdd(u, uAt + i, x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void multiplyAdd(
      double[] u, int uAt, double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector us = DoubleVector.fromArray(DoubleLanes.SPECIES, u, uAt + i);
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleVector ys = DoubleVector.fromArray(DoubleLanes.SPECIES, y, yAt + i);
      us.fma(xs, ys).intoArray(y, yAt + i);
    }
    rest.multiplyAdd(u, uAt + i, x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void relu(float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      xs.blend(0f, xs.compare(VectorOperators.LT, 0f)).intoArray(y, yAt + i);
    }
    rest.relu(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void relu(double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      xs.blend(0.0, xs.compare(VectorOperators.LT, 0.0)).intoArray(y, yAt + i);
    }
    rest.relu(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void clamp(float low, float high, float[] x, int xAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatVector raised = xs.blend(low, xs.compare(VectorOperators.LT, low));
      raised.blend(high, raised.compare(VectorOperators.GT, high)).intoArray(x, xAt + i);
    }
    rest.clamp(low, high, x, xAt + i, length - i);
  }

  @Override
  public void clamp(double low, double high, double[] x, int xAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleVector raised = xs.blend(low, xs.compare(VectorOperators.LT, low));
      raised.blend(high, raised.compare(VectorOperators.GT, high)).intoArray(x, xAt + i);
    }
    rest.clamp(low, high, x, xAt + i, length - i);
  }
}
