package homeostat.spiking.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.connectome.Assemblies;
import homeostat.kernel.Draws;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.spiking.InputProcess;
import homeostat.spiking.simulation.RandomNetwork;
import org.junit.jupiter.api.Test;

class OdourTest {

  /** Stationary standard deviation sigma, whatever the correlation time. */
  @Test
  void activationsWanderWithTheirStandardDeviation() {
    PatternMixing mixing = new PatternMixing(1, 20, 3, 0.2);
    Draws draws = Stream.of(3, "mixing").draws();
    double[] a = new double[50];
    double squares = 0;
    for (int t = 0; t < 4200; t++) {
      mixing.step(a, _ -> draws.normal());
      for (double x : a) {
        squares += t >= 200 ? x * x : 0;
      }
    }
    assertEquals(3, Math.sqrt(squares / (4000 * 50)), 0.1);
    double sum = 0;
    for (double w : mixing.weights(a)) {
      sum += w;
    }
    assertEquals(1, sum, 1e-12);
  }

  /**
   * The mean over the inputs of a type stays; the inputs that reach the assembly most are raised.
   */
  @Test
  void patternsRaiseTheStrongestInputsAndKeepTheMean() {
    float[] v = {1, 0, 3, 0, 2, 0, 0, 5, 1, 5, 1, 5};
    OdourPatterns.Modulation[] modulation = {new OdourPatterns.Modulation(6, 30, 0.4)};
    OdourPatterns patterns =
        OdourPatterns.of(
            RandomNetwork.csr(v, 6, 2),
            new Assemblies(2, new int[] {0, 1}),
            new int[] {0, 0},
            new int[6],
            modulation,
            0);
    double down = (6 * 6 - 2 * 36) / 4.0;
    assertEquals(36, patterns.rates()[0][1]);
    assertEquals(36, patterns.rates()[0][2]);
    assertEquals(down, patterns.rates()[0][3]);
    assertEquals(36, patterns.rates()[1][3]);
    assertEquals(36, patterns.rates()[1][4]);
    assertEquals(8, patterns.negative());
    for (double[] pattern : patterns.rates()) {
      double mean = 0;
      for (double rate : pattern) {
        mean += rate / 6;
      }
      assertEquals(6, mean, 1e-12);
    }
    assertThrows(IllegalArgumentException.class, () -> new OdourPatterns.Modulation(6, 30, 1));
  }

  /** Each trial wanders on its own; whatever the mixture, an input spikes at its rate. */
  @Test
  void spikesFollowTheMixedRatesAndGoOnFromChunkToChunk() {
    double[][] patterns = {{100, 20, 0}, {0, 20, -50}};
    PatternMixing mixing = new PatternMixing(1, 30, 2, 1);
    int batch = 40;
    OdourInput input = new OdourInput(7, patterns, mixing, batch, 250, 1);
    Arrays carried = input.start();
    double[] rates = new double[3];
    try (Parallel one = new Parallel(1);
        Parallel two = new Parallel(2)) {
      for (int chunk = 0; chunk < 8; chunk++) {
        InputProcess.Drawn drawn = input.draw(chunk, carried, one);
        InputProcess.Drawn again = input.draw(chunk, carried, two);
        for (int block = 0; block < 3; block++) {
          assertArrayEquals(drawn.input().lanes()[block], again.input().lanes()[block]);
        }
        carried = drawn.carried();
        assertArrayEquals(carried.doubles("activation"), again.carried().doubles("activation"));
        for (int b = 0; b < batch; b++) {
          for (int t = 0; t < 250; t++) {
            for (int i = 0; i < 3; i++) {
              rates[i] += drawn.input().spikes(b, t, i) ? 1000.0 / (8 * 250 * batch) : 0;
            }
          }
        }
      }
    }
    assertEquals(50, rates[0], 5, "half the time in its pattern");
    assertEquals(20, rates[1], 1, "the same in both");
    assertEquals(0, rates[2], "never above zero");
    double[] a = carried.doubles("activation");
    assertTrue(Math.abs(a[0] - a[2]) > 1e-3, "trials have one activation");
  }
}
