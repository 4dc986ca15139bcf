package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.6, 0.25334710313579978",
    "0.975, 1.9599639845400545",
    "0.99, 2.3263478740408408",
    "0.001, -3.0902323061678132",
    "1e-10, -6.3613409024040557",
    "1e-20, -9.2623400897984083"
  })
  void tabulatedQuantiles(double p, double x) {
    assertEquals(x, Normal.quantile(p), 2e-15 * Math.abs(x));
  }

  @Test
  void theTailsOfAStreamAreFinite() {
    assertEquals(-8.209536151601387, Normal.quantile(0x1p-53), 1e-6);
    assertEquals(-Normal.quantile(0x1p-53), Normal.quantile(1 - 0x1p-53));
  }

  /** Phi by its series 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...). */
  static double distribution(double x) {
    double term = x;
    double sum = x;
    for (int k = 3; Math.abs(term) > 1e-18; k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
  }

  @Test
  void quantileInvertsTheDistribution() {
    for (double p = 0.0005; p < 1; p += 0.001) {
      assertEquals(p, distribution(Normal.quantile(p)), 2e-15);
    }
  }
}
