package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UpdatesTest {
  private final Updates updates = Kernels.active().updates();

  /** The published formulas with bias-corrected moments, in float64. */
  @Test
  void adamFollowsItsFormula() {
    int n = 37;
    float[] p = Numbers.floats(n, 1);
    double[] expected = Numbers.widen(p);
    float[] m = new float[n];
    float[] v = new float[n];
    double[] wide = Numbers.widen(p);
    double[] wideM = new double[n];
    double[] wideV = new double[n];
    double[] m0 = new double[n];
    double[] v0 = new double[n];
    for (int t = 1; t <= 20; t++) {
      float[] g = Numbers.floats(n, 100 + t);
      AdamStep step = AdamStep.number(t, 0.01, 0.9, 0.999, 1e-8);
      updates.adam(step, g, 0, m, 0, v, 0, p, 0, n);
      updates.adam(step, Numbers.widen(g), 0, wideM, 0, wideV, 0, wide, 0, n);
      for (int i = 0; i < n; i++) {
        m0[i] = 0.9 * m0[i] + 0.1 * g[i];
        v0[i] = 0.999 * v0[i] + 0.001 * g[i] * g[i];
        double unbiasedM = m0[i] / (1 - Math.pow(0.9, t));
        double unbiasedV = v0[i] / (1 - Math.pow(0.999, t));
        expected[i] -= 0.01 * unbiasedM / (Math.sqrt(unbiasedV) + 1e-8);
      }
    }
    assertArrayEquals(expected, wide, 1e-14);
    assertArrayEquals(expected, Numbers.widen(p), 1e-5);
    assertThrows(IllegalArgumentException.class, () -> AdamStep.number(0, 0.01, 0.9, 0.999, 1e-8));
  }

  @Test
  void leakyStepsAndMomentum() {
    double[] u = {0.5};
    double[] x = {2};
    updates.relax(0.25, u, 0, x, 0, 1);
    assertEquals(0.75 * 2 + 0.25 * 0.5, x[0], 1e-15);
    updates.leakyTanh(0.25, u, 0, x, 0, 1);
    assertEquals(0.75 * 1.625 + 0.25 * StrictMath.tanh(0.5), x[0], 1e-15);
    double[] v = {1};
    double[] p = {3};
    updates.momentum(0.1, 0.9, u, 0, v, 0, p, 0, 1);
    assertEquals(1.4, v[0], 1e-15);
    assertEquals(3 - 0.14, p[0], 1e-15);
  }
}
