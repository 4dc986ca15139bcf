package homeostat.kinds.memory.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.kinds.memory.analysis.Coactivation;
import org.junit.jupiter.api.Test;

class MemoryAnalysisTest {

  /** Trial by trial the same mean comes out as of all matrices together, units that rest too. */
  @Test
  void coactivationIsTheMeanOverTrials() {
    int trials = 7;
    int steps = 6;
    int units = 5;
    Draws draws = Stream.of(3, "test.activity").draws();
    double[] activity = new double[trials * steps * units];
    float[] weights = new float[units * units];
    for (int k = 0; k < activity.length; k++) {
      activity[k] = k % units == 2 ? 0.5 : draws.normal();
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) draws.normal();
    }
    Coactivation all = Coactivation.of(activity, trials, steps, units);
    MemoryAnalysis analysis =
        MemoryAnalysis.of(activity, new int[] {trials, steps}, units, new int[0], weights, weights);
    assertArrayEquals(all.meanOffDiagonal(), analysis.vector());
    assertEquals(all.constant(), analysis.constant());
    assertEquals(trials, analysis.constant());
    assertEquals(all.meanOffDiagonal()[0], analysis.mean()[1]);
  }
}
