package homeostat.dale.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GradientSpectrumTest {
  @Test
  void errorsAlongOneDirectionHaveItsVariance() {
    // Rows 1, 2, 3 times (3, 4): variance 1 along a vector of length 5.
    float[] delta = {3, 4, 6, 8, 9, 12};
    assertEquals(25, GradientSpectrum.largest(delta, 3), 1e-9);
  }

  @Test
  void equalErrorsHaveNone() {
    assertEquals(0, GradientSpectrum.largest(new float[] {1, 2, 1, 2}, 2));
  }
}
