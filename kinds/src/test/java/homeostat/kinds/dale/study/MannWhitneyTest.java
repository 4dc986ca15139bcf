package homeostat.kinds.dale.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against an independent implementation (SciPy 1.x, {@code mannwhitneyu}). */
class MannWhitneyTest {
  @Test
  void smallSamplesWithoutTiesAreExact() {
    MannWhitney test =
        MannWhitney.of(new double[] {1.2, 3.4, 2.2, 5.1}, new double[] {2.0, 6.1, 7.3, 8.8, 4.4});
    assertEquals(4, test.u());
    assertEquals(0.19047619047619047, test.p(), 1e-12);
    // Of the 20 orders of three and three values, one has all of the first below the second.
    double[] low = {1, 2, 3};
    double[] high = {4, 5, 6};
    assertEquals(2.0 / 20, MannWhitney.of(low, high).p(), 1e-12);
    assertEquals(MannWhitney.of(low, high).p(), MannWhitney.of(high, low).p(), 1e-12);
  }

  @Test
  void tiesAreCorrectedFor() {
    MannWhitney test =
        MannWhitney.of(new double[] {1, 2, 2, 3, 5, 5}, new double[] {2, 3, 4, 4, 6, 7, 7});
    assertEquals(10.5, test.u());
    assertEquals(0.14858893087037514, test.p(), 1e-9);
  }

  @Test
  void equalOrMissingValuesTellNothing() {
    assertEquals(1, MannWhitney.of(new double[] {2, 2}, new double[] {2, 2, 2}).p());
    assertTrue(Double.isNaN(MannWhitney.of(new double[0], new double[] {1}).p()));
  }
}
