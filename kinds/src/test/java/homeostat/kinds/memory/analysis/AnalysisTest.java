package homeostat.kinds.memory.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnalysisTest {

  @Test
  void aFlatCurveIsNearItsLowestFromTheStart() {
    assertEquals(new LossSummary(2, 0, 0), LossSummary.of(new double[] {2, 2, 2}, 99));
  }

  @Test
  void nearCountsFromTheLowestOfTheWholeRange() {
    // range 1 to 11: within 10 % is 2 and below
    assertEquals(new LossSummary(1, 3, 2), LossSummary.of(new double[] {11, 5, 2, 1, 3}, 90));
  }

  @Test
  void anUnchangingUnitCorrelatesWithNone() {
    // three units over four steps: rising, constant, falling with a tie
    double[] activity = {1, 5, 9, 2, 5, 7, 3, 5, 7, 4, 5, 1};
    Coactivation found = Coactivation.of(activity, 1, 4, 3);
    assertEquals(1, found.constant());
    assertEquals(1, found.matrices()[0], 1e-12);
    assertEquals(0, found.matrices()[1], 1e-12);
    assertEquals(-0.9486832980505138, found.matrices()[2], 1e-12);
    assertArrayEquals(
        new double[] {0, -0.9486832980505138, 0, 0, -0.9486832980505138, 0},
        found.meanOffDiagonal(),
        1e-12);
  }

  @Test
  void equalsRankAtTheirMeanWhateverTheSignOfZero() {
    double[] values = {3, 0.0, -1, -0.0, 3, 7, 0.0};
    assertArrayEquals(new double[] {5.5, 3, 1, 3, 5.5, 7, 3}, Coactivation.ranks(values));
    assertArrayEquals(new double[0], Coactivation.ranks(new double[0]));
  }
}
