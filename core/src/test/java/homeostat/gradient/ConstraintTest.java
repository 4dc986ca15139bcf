package homeostat.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values, chain rule and projection of every constraint, and that momentum cannot break them. */
class ConstraintTest {
  private static final Constraint SIGNS = new Constraint.FixedSign(new byte[] {1, -1, 1, -1});
  private static final boolean[] MASK = {true, false, true, true};
  private static final List<Constraint> ALL =
      List.of(
          Constraint.FREE,
          Constraint.NON_NEGATIVE,
          Constraint.LOG,
          Constraint.SOFT_PLUS,
          SIGNS,
          new Constraint.Masked(MASK, SIGNS),
          new Constraint.Masked(MASK, Constraint.LOG));

  @Test
  void gradientOfAValueMatchesFiniteDifferences() {
    float[] start = {0.7f, -0.3f, 1.25f, -0.9f};
    for (Constraint constraint : ALL) {
      for (int i = 0; i < start.length; i++) {
        float raw = constraint.project(i, start[i]);
        if (raw == 0) {
          continue; // at the edge of the admitted set
        }
        float h = 1f / 1024;
        double slope =
            ((double) constraint.value(i, raw + h) - constraint.value(i, raw - h)) / (2 * h);
        assertEquals(slope, constraint.chain(i, raw, 1f), 2e-3, constraint + " " + i);
        assertEquals(3 * slope, constraint.chain(i, raw, 3f), 6e-3);
      }
    }
  }

  @Test
  void valuesGoToRawNumbersAndBack() {
    float[] values = {0.5f, -2f, 3f, -0.25f};
    for (Constraint constraint : ALL) {
      Parameter p = Parameter.ofValues("p", values, new int[] {2, 2}, constraint);
      float[] once = p.values();
      float[] again = Parameter.ofValues("p", once, new int[] {4}, constraint).values();
      assertArrayEquals(once, again, 1e-6f);
    }
    assertArrayEquals(new float[] {0.5f, 0, 3, 0}, values(values, Constraint.NON_NEGATIVE));
    assertArrayEquals(
        new float[] {0.5f, 0, 3, -0.25f}, values(values, new Constraint.Masked(MASK, SIGNS)));
    assertArrayEquals(new float[] {1, -2, 0, -4}, values(new float[] {1, -2, -3, -4}, SIGNS));
    float[] positive = values(values, Constraint.LOG);
    assertEquals(0.5f, positive[0], 1e-7f);
    assertTrue(positive[1] > 0 && positive[1] < 1e-37f);
  }

  private static float[] values(float[] wanted, Constraint constraint) {
    return Parameter.ofValues("p", wanted, new int[] {4}, constraint).values();
  }

  @Test
  void momentumCannotBreakAConstraint() {
    Adam adam = new Adam(0.3, 0.9, 0.99, 1e-8);
    for (Constraint constraint : ALL) {
      Parameters parameters =
          Parameters.of(
              Parameter.ofValues("p", new float[] {1, -1, 1, -1}, new int[] {4}, constraint));
      Gradients gradients = new Gradients(parameters);
      OptimiserState state = adam.start(parameters);
      for (int step = 0; step < 40; step++) {
        // A strong push outwards, then nothing: only the moments go on moving. The gradient is not
        // masked on purpose.
        float push = step < 10 ? 1f : 0f;
        System.arraycopy(new float[] {push, -push, push, -push}, 0, gradients.get("p"), 0, 4);
        adam.step(parameters, gradients, state);
        float[] raw = parameters.get("p").raw();
        float[] value = parameters.get("p").values();
        for (int i = 0; i < 4; i++) {
          assertEquals(constraint.project(i, raw[i]), raw[i]);
          switch (constraint) {
            case Constraint.Free _ -> assertTrue(step < 10 || value[i] * (i % 2 == 0 ? 1 : -1) < 0);
            case Constraint.NonNegative _ -> assertTrue(value[i] >= 0);
            case Constraint.Log _ -> assertTrue(value[i] > 0);
            case Constraint.SoftPlus _ -> assertTrue(value[i] > 0);
            case Constraint.FixedSign _ -> assertTrue(value[i] * (i % 2 == 0 ? 1 : -1) >= 0);
            case Constraint.Masked _ -> assertTrue(MASK[i] || (value[i] == 0 && raw[i] == 0));
          }
        }
      }
    }
  }

  @Test
  void projectionOfAnArrayIsThatOfItsElements() {
    float[] start = {0.7f, -0.3f, -1.25f, 0.9f};
    for (Constraint constraint : ALL) {
      float[] raw = start.clone();
      constraint.project(raw);
      for (int i = 0; i < raw.length; i++) {
        assertEquals(constraint.project(i, start[i]), raw[i]);
        assertTrue(!constraint.direct() || constraint.value(i, raw[i]) == raw[i]);
      }
    }
  }

  @Test
  void softPlusDoesNotOverflow() {
    assertEquals(100f, Constraint.SOFT_PLUS.value(0, 100f));
    assertEquals(100f, Constraint.SOFT_PLUS.raw(0, 100f));
    assertEquals(Math.log(2), Constraint.SOFT_PLUS.value(0, 0f), 1e-7);
    assertTrue(Constraint.SOFT_PLUS.value(0, Constraint.SOFT_PLUS.raw(0, 1e-30f)) > 0);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Constraint.FixedSign(new byte[] {1, 0}));
    assertThrows(
        IllegalArgumentException.class, () -> new Constraint.Masked(new boolean[2], SIGNS));
    assertThrows(
        IllegalArgumentException.class,
        () -> Parameter.ofValues("p", new float[3], new int[] {3}, SIGNS));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Parameter("p", new float[3], new int[] {2}, Constraint.FREE));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Parameter("w", new float[] {1, -1}, new int[] {2}, Constraint.NON_NEGATIVE));
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("parameter 'w': element 1 = -1.0 is not admitted by NonNegative"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Parameter("w", new float[] {Float.NaN}, new int[0], Constraint.FREE));
  }

  @Test
  void anUpdateThatIsNotANumberStaysVisible() {
    for (Constraint constraint : ALL) {
      assertTrue(Float.isNaN(constraint.project(2, Float.NaN)));
      float[] raw = {0, 0, Float.NaN, 0};
      constraint.project(raw);
      assertTrue(Float.isNaN(raw[2]));
    }
  }
}
