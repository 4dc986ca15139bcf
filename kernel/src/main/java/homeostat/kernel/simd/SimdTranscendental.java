package homeostat.kernel.simd;

import homeostat.kernel.Transcendental;
import homeostat.kernel.scalar.ScalarTranscendental;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/** {@link Transcendental} a vector at a time; the scalar twin does what is left over. */
final class SimdTranscendental implements Transcendental {
  private final Transcendental rest = new ScalarTranscendental();

  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatLanes.exp(xs).intoArray(y, yAt + i);
    }
    rest.exp(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void exp(double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleLanes.exp(xs).intoArray(y, yAt + i);
    }
    rest.exp(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void log(float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatLanes.log(xs).intoArray(y, yAt + i);
    }
    rest.log(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void log(double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleLanes.log(xs).intoArray(y, yAt + i);
    }
    rest.log(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatLanes.tanh(xs).intoArray(y, yAt + i);
    }
    rest.tanh(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void tanh(double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleLanes.tanh(xs).intoArray(y, yAt + i);
    }
    rest.tanh(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatLanes.sigmoid(xs).intoArray(y, yAt + i);
    }
    rest.sigmoid(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void sigmoid(double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleLanes.sigmoid(xs).intoArray(y, yAt + i);
    }
    rest.sigmoid(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void softplus(float[] x, int xAt, float[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatLanes.softplus(xs).intoArray(y, yAt + i);
    }
    rest.softplus(x, xAt + i, y, yAt + i, length - i);
  }

  @Override
  public void softplus(double[] x, int xAt, double[] y, int yAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleLanes.softplus(xs).intoArray(y, yAt + i);
    }
    rest.softplus(x, xAt + i, y, yAt + i, length - i);
  }
}
