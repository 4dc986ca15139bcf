package homeostat.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** Orders of convergence, and that tangent and adjoint differentiate the scheme itself. */
class IntegratorTest {
  /** Oscillator and x' = -2 t x^2 together: (cos t, -sin t, 1/(1 + t^2)). */
  private static final VectorField KNOWN =
      (t, x, slope) -> {
        slope[0] = x[1];
        slope[1] = -x[0];
        slope[2] = -2 * t * x[2] * x[2];
      };

  private static double error(Integrator method, int steps) {
    Step step = method.step(KNOWN, 3);
    double[] x = {1, 0, 1};
    double[] next = new double[3];
    for (int n = 0; n < steps; n++) {
      step.step(n, x, next);
      System.arraycopy(next, 0, x, 0, 3);
    }
    double t = steps * method.dt();
    double[] truth = {Math.cos(t), -Math.sin(t), 1 / (1 + t * t)};
    double worst = 0;
    for (int i = 0; i < 3; i++) {
      worst = Math.max(worst, Math.abs(x[i] - truth[i]));
    }
    return worst;
  }

  @Test
  void errorsFallWithTheOrderOfTheMethod() {
    order(1, 0.001, Euler::new);
    order(4, 0.02, RungeKutta4::new);
    order(5, 0.025, Tsit5::new);
  }

  private static void order(int expected, double dt, DoubleFunction<Integrator> method) {
    int steps = (int) Math.round(2 / dt);
    double coarse = error(method.apply(dt), steps);
    double fine = error(method.apply(dt / 2), 2 * steps);
    assertEquals(expected, Math.log(coarse / fine) / Math.log(2), 0.25);
    assertEquals(expected, method.apply(dt).order());
  }

  private static final List<Integrator> ALL =
      List.of(new Euler(0.01), new RungeKutta4(0.02), new Tsit5(0.03));

  private static double[] numbers(long seed, int n) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }

  @Test
  void theTangentIsTheDerivativeOfTheStep() {
    for (Integrator method : ALL) {
      TangentStep step = method.tangentStep(new Lorenz(), 3);
      double[] x = {-5.2, 3.1, 21.4};
      int columns = 4;
      double[] frame = numbers(1, 3 * columns);
      double[] next = new double[3];
      double[] nextFrame = new double[3 * columns];
      step.step(3, x, frame, columns, next, nextFrame);
      double[] plain = new double[3];
      step.step(3, x, plain);
      assertArrayEquals(plain, next);
      double h = 1e-6;
      for (int c = 0; c < columns; c++) {
        double[] up = x.clone();
        double[] down = x.clone();
        for (int i = 0; i < 3; i++) {
          up[i] += h * frame[i * columns + c];
          down[i] -= h * frame[i * columns + c];
        }
        double[] above = new double[3];
        double[] below = new double[3];
        step.step(3, up, above);
        step.step(3, down, below);
        for (int i = 0; i < 3; i++) {
          assertEquals((above[i] - below[i]) / (2 * h), nextFrame[i * columns + c], 1e-7);
        }
      }
      assertEquals(3, step.size());
      assertEquals(method.dt(), step.duration());
    }
  }

  /** The loss is a weighted sum of what comes out: state and deviations after two steps. */
  @Test
  void theAdjointIsTheGradientThroughStateAndDeviations() {
    int columns = 2;
    double[] stateWeight = numbers(2, 3);
    double[] frameWeight = numbers(3, 3 * columns);
    for (Integrator method : ALL) {
      AdjointStep step = method.adjointStep(new Lorenz(), 3);
      double[] x = {-5.2, 3.1, 21.4};
      double[] v = numbers(4, 3 * columns);
      double[] x1 = new double[3];
      double[] v1 = new double[3 * columns];
      step.step(0, x, v, columns, x1, v1);
      double[] mid = new double[3];
      double[] midFrame = new double[3 * columns];
      step.adjoint(1, x1, v1, columns, stateWeight, frameWeight, mid, midFrame);
      double[] gradient = new double[3];
      double[] frameGradient = new double[3 * columns];
      step.adjoint(0, x, v, columns, mid, midFrame, gradient, frameGradient);
      double h = 1e-5;
      for (int i = 0; i < 3; i++) {
        double old = x[i];
        x[i] = old + h;
        double above = loss(step, x, v, columns, stateWeight, frameWeight);
        x[i] = old - h;
        double below = loss(step, x, v, columns, stateWeight, frameWeight);
        x[i] = old;
        assertEquals((above - below) / (2 * h), gradient[i], 1e-7);
      }
      for (int i = 0; i < v.length; i++) {
        double old = v[i];
        v[i] = old + h;
        double above = loss(step, x, v, columns, stateWeight, frameWeight);
        v[i] = old - h;
        double below = loss(step, x, v, columns, stateWeight, frameWeight);
        v[i] = old;
        assertEquals((above - below) / (2 * h), frameGradient[i], 1e-7);
      }
    }
  }

  private static double loss(
      AdjointStep step, double[] x, double[] v, int columns, double[] sw, double[] fw) {
    double[] x1 = new double[3];
    double[] v1 = new double[3 * columns];
    double[] x2 = new double[3];
    double[] v2 = new double[3 * columns];
    step.step(0, x, v, columns, x1, v1);
    step.step(1, x1, v1, columns, x2, v2);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += sw[i] * x2[i];
    }
    for (int i = 0; i < v2.length; i++) {
      sum += fw[i] * v2[i];
    }
    return sum;
  }

  @Test
  void withoutDeviationsTheAdjointIsTheTransposedTangent() {
    double[] none = new double[0];
    double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (Integrator method : ALL) {
      AdjointStep step = method.adjointStep(new Lorenz(), 3);
      double[] x = {1, 2, 20};
      double[] d = new double[9];
      step.step(0, x, identity, 3, new double[3], d);
      double[] w = numbers(5, 3);
      double[] back = new double[3];
      step.adjoint(0, x, none, 0, w, none, back, none);
      for (int q = 0; q < 3; q++) {
        assertEquals(d[q] * w[0] + d[3 + q] * w[1] + d[6 + q] * w[2], back[q], 1e-12);
      }
    }
  }

  /** The Hénon map has the same interface; its largest exponent is 0.41922 (Sprott 2003). */
  private record Henon() implements TangentStep {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public double duration() {
      return 1;
    }

    @Override
    public void step(long n, double[] x, double[] next) {
      next[0] = 1 - 1.4 * x[0] * x[0] + x[1];
      next[1] = 0.3 * x[0];
    }

    @Override
    public void step(
        long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame) {
      step(n, x, next);
      for (int c = 0; c < columns; c++) {
        nextFrame[c] = -2.8 * x[0] * frame[c] + frame[columns + c];
        nextFrame[columns + c] = 0.3 * frame[c];
      }
    }
  }

  @Test
  void aMapAndAFlowGrowDeviationsAtTheirPublishedRates() {
    assertEquals(0.41922, growth(new Henon(), new double[] {0.1, 0.1}, 200_000), 0.004);
    // Lorenz: 0.9056 (Sprott 2003).
    TangentStep flow = new RungeKutta4(0.01).tangentStep(new Lorenz(), 3);
    assertEquals(0.9056, growth(flow, new double[] {1, 1, 20}, 100_000), 0.02);
  }

  private static double growth(TangentStep system, double[] x, int steps) {
    double[] v = new double[x.length];
    v[0] = 1;
    double[] next = new double[x.length];
    double[] nextV = new double[x.length];
    double sum = 0;
    for (int n = 0; n < steps; n++) {
      system.step(n, x, v, 1, next, nextV);
      double norm = 0;
      for (double e : nextV) {
        norm += e * e;
      }
      norm = Math.sqrt(norm);
      sum += n < 1000 ? 0 : Math.log(norm);
      for (int i = 0; i < x.length; i++) {
        x[i] = next[i];
        v[i] = nextV[i] / norm;
      }
    }
    return sum / ((steps - 1000) * system.duration());
  }

  @Test
  void aStepThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Euler(0));
    assertThrows(IllegalArgumentException.class, () -> new RungeKutta4(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Tsit5(Double.POSITIVE_INFINITY));
  }
}
