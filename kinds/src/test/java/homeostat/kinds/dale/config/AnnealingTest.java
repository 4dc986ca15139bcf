package homeostat.kinds.dale.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The four named curves, after a quarter of ten epochs and at their ends. */
class AnnealingTest {
  @ParameterizedTest
  @CsvSource({
    "NONE, 1",
    "LINEAR, 0.25",
    "EXPONENTIAL, 0.713495203",
    "LOGARITHMIC, 0.522442737",
    "COSINE, 0.146446609"
  })
  void aQuarterOfTheWay(Annealing curve, double factor) {
    assertEquals(factor, curve.at(2.5, 10), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(
      value = Annealing.class,
      names = {"LINEAR", "EXPONENTIAL", "LOGARITHMIC", "COSINE"})
  void theyGrowFromNothing(Annealing curve) {
    assertEquals(0, curve.at(0, 10));
    for (int epoch = 1; epoch <= 10; epoch++) {
      assertTrue(curve.at(epoch, 10) > curve.at(epoch - 1, 10));
    }
    assertEquals(1, curve.at(10, 10), curve == Annealing.EXPONENTIAL ? 0.007 : 1e-12);
  }

  @Test
  void withoutOneTheLocalLossIsWholeFromTheStart() {
    assertEquals(1, Annealing.NONE.at(0, 10));
  }
}
