package homeostat.disinhibition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScalarsTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "5, 1, 3", "2, 0.5, -1"})
  void slopeAndInverseBelongToTheRate(double scale, double sharpness, double shift) {
    SoftRectifier phi = new SoftRectifier(scale, sharpness, shift);
    for (double u = -6; u <= 40; u += 0.7) {
      double difference = (phi.rate(u + STEP) - phi.rate(u - STEP)) / (2 * STEP);
      assertEquals(difference, phi.slope(u), 1e-8 * scale);
      assertEquals(u, phi.inverse(phi.rate(u)), 1e-9 * (1 + Math.abs(u)));
    }
  }

  @Test
  void theTangentLiesAboveTheInverseAndTouchesIt() {
    SoftRectifier phi = new SoftRectifier(2, 0.5, -1);
    for (double around : new double[] {0.01, 0.5, 3, 60}) {
      Tangent tangent = phi.tangent(around);
      assertEquals(phi.inverse(around), tangent.at(around), 1e-9 * (1 + around));
      for (double r = 0.005; r < 100; r *= 1.4) {
        assertTrue(tangent.at(r) >= phi.inverse(r) - 1e-9 * (1 + r), "around " + around);
      }
    }
  }

  @Test
  void thePublishedInverseForgetsItsShiftFarUp() {
    SoftRectifier phi = new SoftRectifier(1, 1, 3);
    assertEquals(phi.inverse(40), phi.publishedInverse(40));
    assertEquals(60, phi.publishedInverse(60));
    assertEquals(63, phi.inverse(60), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(ControlLoss.class)
  void theErrorIsTheNegativeGradient(ControlLoss loss) {
    float[] v = {0.3f, -1.2f, 2.5f, 0.1f};
    float[] y = {0.1f, 0.2f, 0.3f, 0.4f};
    double[] error = new double[4];
    loss.error(v, 0, y, 0, 4, error);
    for (int i = 0; i < 4; i++) {
      float[] up = v.clone();
      float[] down = v.clone();
      up[i] += 1e-3f;
      down[i] -= 1e-3f;
      double difference =
          (loss.value(up, 0, y, 0, 4) - loss.value(down, 0, y, 0, 4)) / ((double) up[i] - down[i]);
      assertEquals(-difference, error[i], 1e-5);
    }
    double[] wide = loss.error(new double[] {v[0], v[1], v[2], v[3]}, doubles(y));
    assertArrayEquals(wide, error, 1e-12);
  }

  private static double[] doubles(float[] x) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i];
    }
    return out;
  }

  @ParameterizedTest
  @EnumSource(ControlLoss.class)
  void aNudgedTargetIsNearerToTheOutput(ControlLoss loss) {
    float[] v = {0.3f, -1.2f, 2.5f};
    float[] y = {1, 0, 0};
    double[] far = new double[3];
    double[] near = new double[3];
    float[] nudged = new float[3];
    loss.nudged(v, 0, y, 0, 3, 0.1, nudged);
    loss.error(v, 0, y, 0, 3, far);
    loss.error(v, 0, nudged, 0, 3, near);
    double length = 0;
    double along = 0;
    for (int i = 0; i < 3; i++) {
      assertTrue(Math.abs(near[i]) < 0.2 * Math.abs(far[i]), i + ": " + near[i]);
      along += near[i] * far[i];
      length += near[i] * near[i];
    }
    assertTrue(along > 0 && length > 0);
  }

  @Test
  void theControllerHoldsItsGainInEquilibrium() {
    LeakyController controller = new LeakyController(0.2, 0.4, 2, 0.1);
    double error = 0.7;
    double settled = error / 2;
    assertEquals(0, controller.integratorSlope(error, settled));
    assertEquals(controller.equilibriumGain() * error, controller.control(error, settled), 1e-15);
    assertEquals(0.4, controller.equilibriumGain(), 1e-15);
    assertEquals(Double.POSITIVE_INFINITY, new LeakyController(0, 1, 0, 0.1).equilibriumGain());
  }

  @Test
  void softTargetsSumToOne() {
    float[] y = new float[6];
    Targets.soft(3, 0.9).fill(new int[] {2, 0}, 2, y);
    assertArrayEquals(new float[] {0.05f, 0.05f, 0.9f, 0.9f, 0.05f, 0.05f}, y, 1e-7f);
  }

  @Test
  void constantsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SoftRectifier(0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new SoftRectifier(1, 1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new LeakyController(-1, 0, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Pairs(SoftRectifier.SOFTPLUS, SoftRectifier.SOFTPLUS, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Units(SoftRectifier.SOFTPLUS, -1));
    assertThrows(IllegalArgumentException.class, () -> Targets.hard(1));
  }
}
