package homeostat.task.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TrialRowsTest {
  @Test
  void rowsOfATrialStayTogether() {
    long[] trials = {9, 9, 4, 4, 7};
    assertArrayEquals(new int[] {4, 2, 3, 0, 1}, TrialOrder.rows(trials, new int[] {1, 0, 2}));
    assertThrows(IllegalArgumentException.class, () -> TrialOrder.rows(trials, new int[] {0, 1}));
    assertThrows(
        IllegalArgumentException.class, () -> TrialOrder.rows(trials, new int[] {0, 1, 1}));
  }

  @Test
  void onlyStepsWithATargetCount() {
    assertArrayEquals(new int[] {1, 2}, Scoring.kept(new float[] {0, 2, -1, 0}));
    float[] outputs = {0, 3, 1, 5, 5, 1, 0, 1, 2};
    assertEquals(200.0 / 3, Scoring.accuracyPercent(outputs, new float[] {1, 1, 2}), 1e-12);
  }

  @Test
  void guessingTheMeanCostsTheVarianceOfTheTargets() {
    float[] inputs = {0, 1, 0, 3, 1, 0, 1, 0};
    assertEquals(1, Scoring.nullLoss(inputs, new float[] {0, 0, 1, 3}), 1e-12);
  }
}
