package homeostat.lyapunov.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeanFieldTest {

  @ParameterizedTest
  @CsvSource({
    "1.05, 0.0528, 0.00106",
    "1.1, 0.1111, 0.00371",
    "1.2, 0.2426, 0.01192",
    "1.5, 0.7477, 0.04675",
    "2, 1.9248, 0.11246",
    "3, 5.446, 0.23546",
    "4, 10.467, 0.34147",
    "5, 16.964, 0.43370",
    "10, 71.37, 0.77345"
  })
  void independentSolution(double g, double variance, double largest) {
    MeanField field = MeanField.of(g);
    assertEquals(0, field.second(), 3e-5, "the second eigenvalue");
    assertEquals(variance, field.variance(), 6e-5 * Math.max(1, variance));
    assertEquals(largest, field.largest(), 1.1e-5);
  }

  @Test
  void belowTheTransitionTheNetworkIsQuiet() {
    assertEquals(new MeanField(0.8, 0, 0.8 - 1, 0), MeanField.of(0.8));
  }
}
