package homeostat.kernel.simd;

import homeostat.kernel.AdamStep;
import homeostat.kernel.Updates;
import homeostat.kernel.scalar.ScalarUpdates;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Updates} a vector at a time; the scalar twin does what is left over. */
final class SimdUpdates implements Updates {
  private final Updates rest = new ScalarUpdates();

  @Override
  public void relax(float a, float[] u, int uAt, float[] x, int xAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector us = FloatVector.fromArray(FloatLanes.SPECIES, u, uAt + i);
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      us.sub(xs).fma(FloatVector.broadcast(FloatLanes.SPECIES, a), xs).intoArray(x, xAt + i);
    }
    rest.relax(a, u, uAt + i, x, xAt + i, length - i);
  }

  @Override
  public void relax(double a, double[] u, int uAt, double[] x, int xAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector us = DoubleVector.fromArray(DoubleLanes.SPECIES, u, uAt + i);
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      us.sub(xs).fma(DoubleVector.broadcast(DoubleLanes.SPECIES, a), xs).intoArray(x, xAt + i);
    }
    rest.relax(a, u, uAt + i, x, xAt + i, length - i);
  }

  @Override
  public void leakyTanh(float a, float[] u, int uAt, float[] x, int xAt, int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector us = FloatVector.fromArray(FloatLanes.SPECIES, u, uAt + i);
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + i);
      FloatLanes.tanh(us)
          .sub(xs)
          .fma(FloatVector.broadcast(FloatLanes.SPECIES, a), xs)
          .intoArray(x, xAt + i);
    }
    rest.leakyTanh(a, u, uAt + i, x, xAt + i, length - i);
  }

  @Override
  public void leakyTanh(double a, double[] u, int uAt, double[] x, int xAt, int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector us = DoubleVector.fromArray(DoubleLanes.SPECIES, u, uAt + i);
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + i);
      DoubleLanes.tanh(us)
          .sub(xs)
          .fma(DoubleVector.broadcast(DoubleLanes.SPECIES, a), xs)
          .intoArray(x, xAt + i);
    }
    rest.leakyTanh(a, u, uAt + i, x, xAt + i, length - i);
  }

  @Override
  public void adam(
      AdamStep step,
      float[] g,
      int gAt,
      float[] m,
      int mAt,
      float[] v,
      int vAt,
      float[] p,
      int pAt,
      int length) {
    float beta1 = (float) step.beta1();
    float beta2 = (float) step.beta2();
    float fresh1 = (float) (1 - step.beta1());
    float fresh2 = (float) (1 - step.beta2());
    float rate = (float) step.correctedRate();
    float root = (float) step.rootScale();
    float epsilon = (float) step.epsilon();
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector gs = FloatVector.fromArray(FloatLanes.SPECIES, g, gAt + i);
      FloatVector ms = FloatVector.fromArray(FloatLanes.SPECIES, m, mAt + i);
      FloatVector vs = FloatVector.fromArray(FloatLanes.SPECIES, v, vAt + i);
      FloatVector ps = FloatVector.fromArray(FloatLanes.SPECIES, p, pAt + i);
      FloatVector moment = ms.fma(FloatVector.broadcast(FloatLanes.SPECIES, beta1), gs.mul(fresh1));
      FloatVector square =
          vs.fma(FloatVector.broadcast(FloatLanes.SPECIES, beta2), gs.mul(fresh2).mul(gs));
      moment.intoArray(m, mAt + i);
      square.intoArray(v, vAt + i);
      FloatVector below =
          square
              .lanewise(VectorOperators.SQRT)
              .fma(
                  FloatVector.broadcast(FloatLanes.SPECIES, root),
                  FloatVector.broadcast(FloatLanes.SPECIES, epsilon));
      ps.sub(moment.mul(rate).div(below)).intoArray(p, pAt + i);
    }
    rest.adam(step, g, gAt + i, m, mAt + i, v, vAt + i, p, pAt + i, length - i);
  }

  @Override
  public void adam(
      AdamStep step,
      double[] g,
      int gAt,
      double[] m,
      int mAt,
      double[] v,
      int vAt,
      double[] p,
      int pAt,
      int length) {
    double beta1 = step.beta1();
    double beta2 = step.beta2();
    double fresh1 = (1 - step.beta1());
    double fresh2 = (1 - step.beta2());
    double rate = step.correctedRate();
    double root = step.rootScale();
    double epsilon = step.epsilon();
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector gs = DoubleVector.fromArray(DoubleLanes.SPECIES, g, gAt + i);
      DoubleVector ms = DoubleVector.fromArray(DoubleLanes.SPECIES, m, mAt + i);
      DoubleVector vs = DoubleVector.fromArray(DoubleLanes.SPECIES, v, vAt + i);
      DoubleVector ps = DoubleVector.fromArray(DoubleLanes.SPECIES, p, pAt + i);
      DoubleVector moment =
          ms.fma(DoubleVector.broadcast(DoubleLanes.SPECIES, beta1), gs.mul(fresh1));
      DoubleVector square =
          vs.fma(DoubleVector.broadcast(DoubleLanes.SPECIES, beta2), gs.mul(fresh2).mul(gs));
      moment.intoArray(m, mAt + i);
      square.intoArray(v, vAt + i);
      DoubleVector below =
          square
              .lanewise(VectorOperators.SQRT)
              .fma(
                  DoubleVector.broadcast(DoubleLanes.SPECIES, root),
                  DoubleVector.broadcast(DoubleLanes.SPECIES, epsilon));
      ps.sub(moment.mul(rate).div(below)).intoArray(p, pAt + i);
    }
    rest.adam(step, g, gAt + i, m, mAt + i, v, vAt + i, p, pAt + i, length - i);
  }

  @Override
  public void momentum(
      float rate,
      float mu,
      float[] g,
      int gAt,
      float[] v,
      int vAt,
      float[] p,
      int pAt,
      int length) {
    int i = 0;
    for (; i <= length - FloatLanes.WIDTH; i += FloatLanes.WIDTH) {
      FloatVector gs = FloatVector.fromArray(FloatLanes.SPECIES, g, gAt + i);
      FloatVector vs = FloatVector.fromArray(FloatLanes.SPECIES, v, vAt + i);
      FloatVector ps = FloatVector.fromArray(FloatLanes.SPECIES, p, pAt + i);
      FloatVector velocity = vs.fma(FloatVector.broadcast(FloatLanes.SPECIES, mu), gs);
      velocity.intoArray(v, vAt + i);
      velocity.fma(FloatVector.broadcast(FloatLanes.SPECIES, -rate), ps).intoArray(p, pAt + i);
    }
    rest.momentum(rate, mu, g, gAt + i, v, vAt + i, p, pAt + i, length - i);
  }

  @Override
  public void momentum(
      double rate,
      double mu,
      double[] g,
      int gAt,
      double[] v,
      int vAt,
      double[] p,
      int pAt,
      int length) {
    int i = 0;
    for (; i <= length - DoubleLanes.WIDTH; i += DoubleLanes.WIDTH) {
      DoubleVector gs = DoubleVector.fromArray(DoubleLanes.SPECIES, g, gAt + i);
      DoubleVector vs = DoubleVector.fromArray(DoubleLanes.SPECIES, v, vAt + i);
      DoubleVector ps = DoubleVector.fromArray(DoubleLanes.SPECIES, p, pAt + i);
      DoubleVector velocity = vs.fma(DoubleVector.broadcast(DoubleLanes.SPECIES, mu), gs);
      velocity.intoArray(v, vAt + i);
      velocity.fma(DoubleVector.broadcast(DoubleLanes.SPECIES, -rate), ps).intoArray(p, pAt + i);
    }
    rest.momentum(rate, mu, g, gAt + i, v, vAt + i, p, pAt + i, length - i);
  }
}
