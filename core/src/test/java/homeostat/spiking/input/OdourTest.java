package homeostat.spiking.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.connectome.Assemblies;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
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
}
