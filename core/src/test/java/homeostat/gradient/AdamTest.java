package homeostat.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.dynamics.NonFiniteException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adam against its equations, and the bookkeeping around it. */
class AdamTest {
  private static Parameters two() {
    return Parameters.of(
        new Parameter("w", new float[] {1, -2, 0.5f, 0}, new int[] {2, 2}, Constraint.FREE),
        new Parameter("scale", new float[] {0.25f}, new int[0], Constraint.LOG));
  }

  @Test
  void theFirstStepsAreThoseOfTheEquations() {
    Parameters parameters = two();
    Gradients gradients = new Gradients(parameters);
    Adam adam = new Adam(0.01, 0.9, 0.999, 1e-8);
    OptimiserState state = adam.start(parameters);
    // In the first step both biases cancel: p -= rate * g / (|g| + epsilon).
    System.arraycopy(new float[] {3, -4, 0, 1e-9f}, 0, gradients.get("w"), 0, 4);
    adam.step(parameters, gradients, state);
    assertArrayEquals(
        new float[] {0.99f, -1.99f, 0.5f, (float) (-0.01 * 1e-9 / (1e-9 + 1e-8))},
        parameters.get("w").raw(),
        1e-7f);
    assertEquals(0.25f, parameters.get("scale").raw()[0]);
    // Second step by hand for gradients 3 and then -1.
    gradients.zero();
    gradients.get("w")[0] = -1;
    adam.step(parameters, gradients, state);
    double m = 0.9 * 0.3 - 0.1;
    double v = 0.999 * 0.009 + 0.001;
    double expected = 0.99 - 0.01 * (m / (1 - 0.81)) / (Math.sqrt(v / (1 - 0.999 * 0.999)) + 1e-8);
    assertEquals(expected, parameters.get("w").raw()[0], 1e-7);
    assertEquals(2, state.steps());
  }

  @Test
  void aQuadraticBowlIsDescended() {
    Parameters parameters = two();
    Gradients gradients = new Gradients(parameters);
    Optimiser adam = Adam.withRate(0.05);
    OptimiserState state = adam.start(parameters);
    for (int step = 0; step < 800; step++) {
      if (step == 600) {
        adam = adam.withLearningRate(0.001);
      }
      fill(parameters, gradients);
      adam.step(parameters, gradients, state);
    }
    assertArrayEquals(new float[] {0, 1, 2, 3}, parameters.get("w").values(), 5e-3f);
    assertEquals(2f, parameters.get("scale").values()[0], 5e-3f);
  }

  /** Gradient of half the squared distance of w from (0, 1, 2, 3) and of scale from 2. */
  private static void fill(Parameters parameters, Gradients gradients) {
    float[] w = parameters.get("w").values();
    for (int i = 0; i < w.length; i++) {
      gradients.get("w")[i] = w[i] - i;
    }
    gradients.get("scale")[0] = parameters.get("scale").values()[0] - 2;
    gradients.chain();
  }

  @Test
  void savedAndLoadedGoesOnToTheSameBits(@TempDir Path folder) {
    Parameters parameters = two();
    Gradients gradients = new Gradients(parameters);
    Adam adam = Adam.withRate(0.05);
    OptimiserState state = adam.start(parameters);
    for (int step = 0; step < 7; step++) {
      fill(parameters, gradients);
      adam.step(parameters, gradients, state);
    }
    Path file = folder.resolve("checkpoint.npz");
    Npz.write(
        file,
        Arrays.builder()
            .putAll("parameters/", parameters.save())
            .putAll("gradients/", gradients.save())
            .putAll("adam/", state.save())
            .build());

    Arrays saved = Npz.read(file);
    Parameters resumed = two();
    resumed.load(saved.below("parameters/"));
    Gradients resumedGradients = new Gradients(resumed);
    resumedGradients.load(saved.below("gradients/"));
    OptimiserState resumedState = adam.start(resumed);
    resumedState.load(saved.below("adam/"));
    assertArrayEquals(gradients.get("w"), resumedGradients.get("w"));
    assertEquals(7, resumedState.steps());
    Parameters copy = parameters.copy();
    for (int step = 0; step < 7; step++) {
      fill(parameters, gradients);
      adam.step(parameters, gradients, state);
      fill(resumed, resumedGradients);
      adam.step(resumed, resumedGradients, resumedState);
    }
    assertArrayEquals(parameters.get("w").raw(), resumed.get("w").raw());
    assertArrayEquals(parameters.get("scale").raw(), resumed.get("scale").raw());
    assertArrayEquals(saved.floats("parameters/w"), copy.get("w").raw());
  }

  @Test
  void clippingScalesToTheLimitAndOnlyAboveIt() {
    Parameters parameters = two();
    Gradients gradients = new Gradients(parameters);
    System.arraycopy(new float[] {2, 4, 4, 8}, 0, gradients.get("w"), 0, 4);
    gradients.get("scale")[0] = 0;
    assertEquals(10, Clip.globalNorm(gradients, 10.1));
    assertArrayEquals(new float[] {2, 4, 4, 8}, gradients.get("w"));
    assertEquals(10, Clip.globalNorm(gradients, 1));
    double factor = 1 / (10 + 1e-6);
    float[] expected = {
      (float) (2 * factor), (float) (4 * factor), (float) (4 * factor), (float) (8 * factor)
    };
    assertArrayEquals(expected, gradients.get("w"));
    gradients.zero();
    assertEquals(0, Clip.globalNorm(gradients, 1));
    gradients.get("w")[2] = Float.POSITIVE_INFINITY;
    gradients.get("w")[1] = 5;
    assertEquals(Double.POSITIVE_INFINITY, Clip.globalNorm(gradients, 1));
    assertEquals(5, gradients.get("w")[1]);
    assertThrows(IllegalArgumentException.class, () -> Clip.globalNorm(gradients, 0));
  }

  @Test
  void gradientsAddAndNameWhatIsNotFinite() {
    Parameters parameters = two();
    Gradients a = new Gradients(parameters);
    Gradients b = new Gradients(parameters);
    a.get("w")[3] = 1.5f;
    b.get("w")[3] = 2;
    b.get("scale")[0] = -1;
    a.add(b);
    a.requireFinite(3);
    assertArrayEquals(new float[] {0, 0, 0, 3.5f}, a.get("w"));
    assertEquals(Math.sqrt(3.5 * 3.5 + 1), a.globalNorm());
    a.get("w")[1] = Float.NaN;
    NonFiniteException e = assertThrows(NonFiniteException.class, () -> a.requireFinite(12));
    assertEquals("gradient of parameter 'w', element 1 is NaN at step 12", e.getMessage());
  }

  @Test
  void aCheckpointOfAnotherModelIsRefusedAndChangesNothing() {
    Parameters parameters = two();
    Arrays missing = Arrays.builder().put("w", new float[4], 2, 2).build();
    assertThrows(IllegalArgumentException.class, () -> parameters.load(missing));
    Arrays shaped =
        Arrays.builder().put("w", new float[4], 4).put("scale", new float[1], 1).build();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> parameters.load(shaped));
    assertTrue(String.valueOf(e.getMessage()).contains("'w' has shape [4], expected is [2, 2]"));
    assertArrayEquals(new float[] {1, -2, 0.5f, 0}, parameters.get("w").raw());
    assertThrows(NoSuchElementException.class, () -> parameters.get("x"));
    assertThrows(NoSuchElementException.class, () -> new Gradients(parameters).get("x"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Parameters.of(parameters.get("w"), parameters.get("w")));
    assertEquals(5, parameters.elements());
  }

  @Test
  void constantsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Adam.withRate(-1));
    assertThrows(IllegalArgumentException.class, () -> Adam.withRate(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Adam(1, 1, 0.9, 1e-8));
    assertThrows(IllegalArgumentException.class, () -> new Adam(1, 0.9, 0.9, 0));
  }
}
