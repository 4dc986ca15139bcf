package homeostat.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Every optimiser against its equations in double, groups, and what keeps a constraint. */
class OptimisersTest {
  private static final int STEPS = 7;

  /** One step of a textbook formula for a single number; {@code memory} holds its moments. */
  private interface Formula {
    double step(int t, double p, double g, double[] memory);
  }

  private static void matches(Optimiser optimiser, Formula formula) {
    float[] start = {
      0.8f, -1.3f, 0.02f, 2.5f, -0.4f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 3f
    };
    Parameters parameters =
        Parameters.of(new Parameter("w", start.clone(), new int[] {start.length}, Constraint.FREE));
    Gradients gradients = new Gradients(parameters);
    OptimiserState state = optimiser.start(parameters);
    double[] p = new double[start.length];
    double[][] memory = new double[start.length][2];
    for (int i = 0; i < p.length; i++) {
      p[i] = start[i];
    }
    for (int t = 1; t <= STEPS; t++) {
      float[] g = gradients.get("w");
      for (int i = 0; i < p.length; i++) {
        g[i] = (float) StrictMath.sin(1.7 * t + 0.9 * i);
        p[i] = formula.step(t, p[i], g[i], memory[i]);
      }
      float[] before = g.clone();
      optimiser.step(parameters, gradients, state);
      assertArrayEquals(before, g, "the gradient is left as it is");
    }
    float[] raw = parameters.get("w").raw();
    for (int i = 0; i < p.length; i++) {
      assertEquals(p[i], raw[i], 3e-6, optimiser + " element " + i);
    }
  }

  @Test
  void gradientDescent() {
    matches(Sgd.withRate(0.1), (t, p, g, m) -> p - 0.1 * g);
    matches(new Sgd(0.1, 0, false, 0.2, Decay.COUPLED), (t, p, g, m) -> p - 0.1 * (g + 0.2 * p));
    matches(
        new Sgd(0.1, 0, false, 0.2, Decay.AFTER_STEP),
        (t, p, g, m) -> (p - 0.1 * g) * (1 - 0.1 * 0.2));
    matches(
        new Sgd(0.1, 0.9, false, 0.2, Decay.COUPLED),
        (t, p, g, m) -> {
          m[0] = 0.9 * m[0] + g + 0.2 * p;
          return p - 0.1 * m[0];
        });
    matches(
        new Sgd(0.1, 0.9, true, 0.2, Decay.COUPLED),
        (t, p, g, m) -> {
          double d = g + 0.2 * p;
          m[0] = 0.9 * m[0] + d;
          return p - 0.1 * (d + 0.9 * m[0]);
        });
  }

  @Test
  void adamWithDecoupledDecay() {
    matches(
        new AdamW(0.05, 0.8, 0.95, 1e-3, 0.1, AdamW.Form.PYTORCH),
        (t, p, g, m) -> {
          m[0] = 0.8 * m[0] + 0.2 * g;
          m[1] = 0.95 * m[1] + 0.05 * g * g;
          double mean = m[0] / (1 - Math.pow(0.8, t));
          double size = Math.sqrt(m[1] / (1 - Math.pow(0.95, t))) + 1e-3;
          return p * (1 - 0.05 * 0.1) - 0.05 * mean / size;
        });
    matches(
        new AdamW(0.05, 0.8, 0.95, 1e-3, 0.1, AdamW.Form.PUBLISHED),
        (t, p, g, m) -> {
          m[0] = 0.8 * m[0] + 0.2 * g;
          m[1] = 0.95 * m[1] + 0.05 * g * g;
          double rate = 0.05 * Math.sqrt(1 - Math.pow(0.95, t)) / (1 - Math.pow(0.8, t));
          return (p - rate * m[0] / (Math.sqrt(m[1]) + 1e-3)) * (1 - 0.05 * 0.1);
        });
  }

  @Test
  void rootMeanSquare() {
    matches(
        new RmsProp(0.05, 0.9, 1e-4, 0, 0.1),
        (t, p, g, m) -> {
          double d = g + 0.1 * p;
          m[0] = 0.9 * m[0] + 0.1 * d * d;
          return p - 0.05 * d / (Math.sqrt(m[0]) + 1e-4);
        });
    matches(
        new RmsProp(0.05, 0.9, 1e-4, 0.5, 0),
        (t, p, g, m) -> {
          m[0] = 0.9 * m[0] + 0.1 * g * g;
          m[1] = 0.5 * m[1] + g / (Math.sqrt(m[0]) + 1e-4);
          return p - 0.05 * m[1];
        });
  }

  @Test
  void exponentiatedGradient() {
    matches(
        new ExponentiatedGradient(0.1, 0.5, false, 0.2),
        (t, p, g, m) -> {
          m[0] = 0.5 * m[0] + g;
          double q = p * Math.exp(-0.1 * Math.signum(p) * m[0]);
          return q * Math.exp(-0.1 * 0.2 * Math.abs(q));
        });
    matches(
        new ExponentiatedGradient(0.1, 0.5, true, 0),
        (t, p, g, m) -> {
          m[0] = 0.5 * m[0] + g;
          return p * Math.exp(-0.1 * Math.signum(p) * (g + 0.5 * m[0]));
        });
  }

  @Test
  void exponentiatedGradientKeepsSignsAndRefusesWhatIsAlreadyExponential() {
    Parameters signed =
        Parameters.of(new Parameter("w", new float[] {1, -1, 0}, new int[] {3}, Constraint.FREE));
    Gradients gradients = new Gradients(signed);
    System.arraycopy(new float[] {9, -9, 9}, 0, gradients.get("w"), 0, 3);
    Optimiser rule = new ExponentiatedGradient(1, 0, false, 0);
    OptimiserState state = rule.start(signed);
    for (int step = 0; step < 4; step++) {
      rule.step(signed, gradients, state);
    }
    float[] w = signed.get("w").raw();
    assertTrue(w[0] > 0 && w[0] < 1e-12 && w[1] < 0 && w[1] > -1e-12 && w[2] == 0);
    Parameters log = Parameters.of(new Parameter("s", new float[1], new int[0], Constraint.LOG));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> rule.start(log));
    assertTrue(String.valueOf(e.getMessage()).contains("'s' is held by Log"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new SumPreserving(rule).start(log));
  }

  @Test
  void theSumOfMagnitudesIsKept() {
    Parameters parameters =
        Parameters.of(
            new Parameter("w", new float[] {1, 0.5f, 2}, new int[] {3}, Constraint.NON_NEGATIVE));
    Gradients gradients = new Gradients(parameters);
    System.arraycopy(new float[] {3, 9, -2}, 0, gradients.get("w"), 0, 3);
    Optimiser rule = new SumPreserving(Sgd.withRate(0.1));
    OptimiserState state = rule.start(parameters);
    rule.step(parameters, gradients, state);
    // 1 - 0.3, max(0.5 - 0.9, 0), 2 + 0.2: times 3.5 / 2.9
    float[] expected = {(float) (0.7 * 3.5 / 2.9), 0, (float) (2.2 * 3.5 / 2.9)};
    assertArrayEquals(expected, parameters.get("w").raw(), 1e-6f);
    assertArrayEquals(new float[] {3.5f}, state.save().floats("sum/w"));
  }

  @Test
  void groupsHaveOptimisersOfTheirOwn() {
    Parameters parameters =
        Parameters.of(
            new Parameter("w", new float[] {1}, new int[] {1}, Constraint.FREE),
            new Parameter("slow", new float[] {1}, new int[] {1}, Constraint.FREE),
            new Parameter("still", new float[] {1}, new int[] {1}, Constraint.FREE));
    Gradients gradients = new Gradients(parameters);
    parameters.all().forEach(p -> gradients.get(p.name())[0] = 1);
    Grouped grouped =
        new Grouped(
            Sgd.withRate(0.5),
            Map.of(
                "slow", new Sgd(0.25, 0.5, false, 0, Decay.COUPLED),
                "still", new Frozen()));
    OptimiserState state = grouped.start(parameters);
    assertEquals(List.of("steps", "velocity/slow"), List.copyOf(state.save().names()));
    grouped.step(parameters, gradients, state);
    grouped.scaled(0.5).step(parameters, gradients, state);
    assertEquals(0.25f, parameters.get("w").raw()[0]);
    assertEquals(1 - 0.25f - 0.125f * 1.5f, parameters.get("slow").raw()[0]);
    assertEquals(1f, parameters.get("still").raw()[0]);
    grouped.withLearningRate(1).step(parameters, gradients, state);
    assertEquals(-0.75f, parameters.get("w").raw()[0]);
    NoSuchElementException e =
        assertThrows(
            NoSuchElementException.class,
            () -> new Grouped(new Frozen(), Map.of("v", new Frozen())).start(parameters));
    assertEquals("groups name parameters [v] that are not among [w, slow, still]", e.getMessage());
  }

  @Test
  void masksAndSignsSurviveTheMomentumOfEveryOptimiser() {
    boolean[] mask = {true, false, true};
    Constraint held = new Constraint.Masked(mask, new Constraint.FixedSign(new byte[] {1, 1, -1}));
    List<Optimiser> all =
        List.of(
            new Sgd(0.3, 0.9, true, 0.01, Decay.COUPLED),
            AdamW.withRate(0.3),
            new RmsProp(0.3, 0.9, 1e-8, 0.9, 0),
            new ExponentiatedGradient(0.3, 0.9, false, 0),
            new SumPreserving(Adam.withRate(0.3)));
    for (Optimiser optimiser : all) {
      Parameters parameters =
          Parameters.of(Parameter.ofValues("w", new float[] {1, 1, -1}, new int[] {3}, held));
      Gradients gradients = new Gradients(parameters);
      OptimiserState state = optimiser.start(parameters);
      for (int step = 0; step < 30; step++) {
        float push = step < 10 ? 1 : 0;
        System.arraycopy(new float[] {push, -push, -push}, 0, gradients.get("w"), 0, 3);
        optimiser.step(parameters, gradients, state);
        float[] w = parameters.get("w").values();
        assertTrue(w[0] >= 0 && w[1] == 0 && w[2] <= 0, optimiser + " at step " + step);
      }
      Arrays saved = state.save();
      OptimiserState again = optimiser.start(parameters);
      again.load(saved);
      assertEquals(30, again.steps());
    }
  }

  @Test
  void constantsOutOfRangeAreRefused() {
    Class<IllegalArgumentException> refused = IllegalArgumentException.class;
    assertThrows(refused, () -> Sgd.withRate(Double.NaN));
    assertThrows(refused, () -> new Sgd(0.1, 0, true, 0, Decay.COUPLED));
    assertThrows(refused, () -> new Sgd(0.1, 1, false, 0, Decay.COUPLED));
    assertThrows(refused, () -> new Sgd(0.1, 0, false, -1, Decay.COUPLED));
    assertThrows(refused, () -> new AdamW(0.1, 0.9, 0.9, 0, 0, AdamW.Form.PYTORCH));
    assertThrows(refused, () -> new RmsProp(0.1, 1, 1e-8, 0, 0));
    assertThrows(refused, () -> new ExponentiatedGradient(0.1, 0, true, 0));
  }
}
