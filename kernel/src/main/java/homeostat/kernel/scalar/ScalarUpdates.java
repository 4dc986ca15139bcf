package homeostat.kernel.scalar;

import homeostat.kernel.AdamStep;
import homeostat.kernel.DoubleFunctions;
import homeostat.kernel.FloatFunctions;
import homeostat.kernel.Updates;

/** {@link Updates} one element after the other: the readable truth. */
public final class ScalarUpdates implements Updates {
  @Override
  public void relax(float a, float[] u, int uAt, float[] x, int xAt, int length) {
    for (int i = 0; i < length; i++) {
      x[xAt + i] = Math.fma(a, u[uAt + i] - x[xAt + i], x[xAt + i]);
    }
  }

  @Override
  public void relax(double a, double[] u, int uAt, double[] x, int xAt, int length) {
    for (int i = 0; i < length; i++) {
      x[xAt + i] = Math.fma(a, u[uAt + i] - x[xAt + i], x[xAt + i]);
    }
  }

  @Override
  public void leakyTanh(float a, float[] u, int uAt, float[] x, int xAt, int length) {
    for (int i = 0; i < length; i++) {
      x[xAt + i] = Math.fma(a, FloatFunctions.tanh(u[uAt + i]) - x[xAt + i], x[xAt + i]);
    }
  }

  @Override
  public void leakyTanh(double a, double[] u, int uAt, double[] x, int xAt, int length) {
    for (int i = 0; i < length; i++) {
      x[xAt + i] = Math.fma(a, DoubleFunctions.tanh(u[uAt + i]) - x[xAt + i], x[xAt + i]);
    }
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
    for (int i = 0; i < length; i++) {
      float moment = Math.fma(beta1, m[mAt + i], fresh1 * g[gAt + i]);
      float square = Math.fma(beta2, v[vAt + i], fresh2 * g[gAt + i] * g[gAt + i]);
      m[mAt + i] = moment;
      v[vAt + i] = square;
      p[pAt + i] -= rate * moment / Math.fma((float) Math.sqrt(square), root, epsilon);
    }
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
    for (int i = 0; i < length; i++) {
      double moment = Math.fma(beta1, m[mAt + i], fresh1 * g[gAt + i]);
      double square = Math.fma(beta2, v[vAt + i], fresh2 * g[gAt + i] * g[gAt + i]);
      m[mAt + i] = moment;
      v[vAt + i] = square;
      p[pAt + i] -= rate * moment / Math.fma(Math.sqrt(square), root, epsilon);
    }
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
    for (int i = 0; i < length; i++) {
      float velocity = Math.fma(mu, v[vAt + i], g[gAt + i]);
      v[vAt + i] = velocity;
      p[pAt + i] = Math.fma(-rate, velocity, p[pAt + i]);
    }
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
    for (int i = 0; i < length; i++) {
      double velocity = Math.fma(mu, v[vAt + i], g[gAt + i]);
      v[vAt + i] = velocity;
      p[pAt + i] = Math.fma(-rate, velocity, p[pAt + i]);
    }
  }
}
