package homeostat.lyapunov;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import org.junit.jupiter.api.Test;

final class ConvergenceTest {

  /** Growths of an autoregressive process about 0.5, with a trend. */
  private static Spectrum spectrum(int seed, int intervals, double memory, double trend) {
    Draws draws = Stream.of(seed, "growths").draws();
    double[][] growths = new double[intervals][1];
    int[] lengths = new int[intervals];
    double state = draws.normal();
    double sum = 0;
    for (int r = 0; r < intervals; r++) {
      state = memory * state + Math.sqrt(1 - memory * memory) * draws.normal();
      growths[r][0] = 0.5 + state + trend * r / intervals;
      lengths[r] = 1;
      sum += growths[r][0];
    }
    double[] mean = {sum / intervals};
    return new Spectrum(mean, growths, lengths, 1, 0, new double[1], new double[1]);
  }

  @Test
  void intervalsHoldTheTruthInNineteenOfTwenty() {
    int held = 0;
    for (int seed = 0; seed < 400; seed++) {
      Spectrum spectrum = spectrum(seed, 4000, 0.9, 0);
      double off = Math.abs(spectrum.exponents()[0] - 0.5);
      held += off < Convergence.of(spectrum).halfWidth()[0] ? 1 : 0;
    }
    assertEquals(0.95, held / 400.0, 0.035);
  }

  @Test
  void theAutocorrelationTimeIsThatOfTheProcess() {
    double found = Convergence.of(spectrum(1, 100_000, 0.8, 0)).correlation()[0];
    assertEquals(1.8 / 0.2, found, 0.7);
  }

  @Test
  void aShortRunSaysHowLongItShouldBe() {
    Convergence found = Convergence.of(spectrum(2, 60, 0.9, 0));
    assertTrue(Double.isInfinite(found.halfWidth()[0]));
    assertFalse(found.within(10));
    assertTrue(found.verdict(0.1).startsWith("not converged"), found.verdict(0.1));
  }

  @Test
  void aCycleConvergesAlthoughItsGrowthsStayCorrelated() {
    double[][] growths = new double[3000][1];
    int[] lengths = new int[3000];
    for (int r = 0; r < 3000; r++) {
      growths[r][0] = -0.1 + StrictMath.sin(0.01 * r);
      lengths[r] = 1;
    }
    double[] mean = {-0.1};
    Spectrum cycle = new Spectrum(mean, growths, lengths, 1, 0, new double[1], new double[1]);
    double found = Convergence.of(cycle).halfWidth()[0];
    assertTrue(found > 0.01 && found < 0.2, "half-width " + found);
  }

  @Test
  void growthThatIsAlwaysTheSameIsKnownToRounding() {
    double[][] growths = new double[200][1];
    int[] lengths = new int[200];
    for (int r = 0; r < 200; r++) {
      growths[r][0] = 0.96 + (r < 100 ? 1e-15 : -1e-15);
      lengths[r] = 1;
    }
    double[] mean = {0.96};
    Spectrum steady = new Spectrum(mean, growths, lengths, 1, 0, new double[1], new double[1]);
    Convergence found = Convergence.of(steady);
    assertTrue(found.halfWidth()[0] < 1e-14 && found.within(1e-6), found.verdict(1e-6));
  }

  @Test
  void aTrendIsNotConverged() {
    Convergence found = Convergence.of(spectrum(3, 20_000, 0, 0.4));
    assertEquals(0.2, found.drift()[0], 0.05);
    assertTrue(found.verdict(0.1).contains("halves"), found.verdict(0.1));
    Convergence steady = Convergence.of(spectrum(3, 20_000, 0, 0));
    assertTrue(steady.verdict(0.1).startsWith("converged"), steady.verdict(0.1));
    assertTrue(steady.verdict(0.001).contains("average over about"), steady.verdict(0.001));
  }

  @Test
  void studentsPoints() {
    assertEquals(2.571, Convergence.student(5), 0.01);
    assertEquals(2.093, Convergence.student(19), 1e-3);
  }
}
