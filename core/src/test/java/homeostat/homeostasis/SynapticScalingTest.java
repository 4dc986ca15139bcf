package homeostat.homeostasis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SynapticScalingTest {

  @Test
  void aDetectorForgetsWithItsTimeConstant() {
    RateDetector detector = new RateDetector(new double[] {2});
    double[] running = {10};
    detector.observe(running, new double[] {0}, 0.5);
    assertEquals(10 * (1 - 0.5 / 2), running[0], 1e-12);
    detector.observe(running, new double[] {4}, 0.5);
    assertEquals(7.5 + 0.25 * (4 - 7.5), running[0], 1e-12);
  }

  @Test
  void aDetectorThatIsShorterThanAChunkHoldsTheChunk() {
    double[] running = {10};
    new RateDetector(new double[] {0.05}).observe(running, new double[] {3}, 0.1);
    assertEquals(3, running[0]);
  }

  @Test
  void theShortestMemoryHolds25Spikes() {
    double tau = RateDetector.shortest(2.5, 10);
    assertEquals(25, tau * 10 * 2.5, 1e-12);
  }

  @Test
  void impossibleMemoriesAndTargetsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RateDetector(new double[] {0}));
    assertThrows(IllegalArgumentException.class, () -> new RateDetector(new double[] {Double.NaN}));
    IllegalArgumentException zero =
        assertThrows(IllegalArgumentException.class, () -> new SetPoints(new double[] {1, 0}));
    assertTrue(String.valueOf(zero.getMessage()).contains("above 0"));
  }

  @Test
  void errorsAreRelativeAndBounded() {
    SetPoints points = new SetPoints(new double[] {4, 4, 4, 4});
    assertArrayEquals(
        new double[] {1, 0.5, -0.25, -1}, points.errors(new double[] {0, 2, 5, 400}), 1e-12);
  }

  @Test
  void signsAreThoseOfThePublishedRules() {
    boolean excites = true;
    boolean inhibits = false;
    assertEquals(1, SynapticScaling.OPPOSED.sign(excites, excites));
    assertEquals(1, SynapticScaling.OPPOSED.sign(excites, inhibits));
    assertEquals(-1, SynapticScaling.OPPOSED.sign(inhibits, excites));
    assertEquals(-1, SynapticScaling.OPPOSED.sign(inhibits, inhibits));
    assertEquals(1, SynapticScaling.UNIFORM.sign(inhibits, excites));
    // Soldado-Magraner et al., equations of W_EE, W_EI, W_IE, W_II
    assertEquals(1, SynapticScaling.CROSS.sign(excites, excites));
    assertEquals(-1, SynapticScaling.CROSS.sign(inhibits, excites));
    assertEquals(-1, SynapticScaling.CROSS.sign(excites, inhibits));
    assertEquals(1, SynapticScaling.CROSS.sign(inhibits, inhibits));
  }

  @Test
  void aUnitHearsTheMeanOfTheOtherClass() {
    OtherClass types = OtherClass.all(new boolean[] {true, false, false});
    assertArrayEquals(
        new double[] {0.5, -1, -1}, types.heard(new double[] {-1, 0.25, 0.75}), 1e-12);
  }

  @Test
  void aUnitThatHearsNobodyHasNoError() {
    OtherClass own = new OtherClass(3, new int[] {0, 0}, new int[] {1, 2});
    assertArrayEquals(new double[] {0.4, 0, 0}, own.heard(new double[] {9, 0.3, 0.5}), 1e-12);
  }
}
