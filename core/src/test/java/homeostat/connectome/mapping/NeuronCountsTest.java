package homeostat.connectome.mapping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.Nodes;
import homeostat.connectome.mapping.NeuronCounts.Density;
import homeostat.connectome.mapping.NeuronCounts.Missing;
import homeostat.connectome.mapping.NeuronCounts.Scaling;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeuronCountsTest {
  private static final Nodes FOUR = new Nodes.Named(List.of("V1", "V2", "MT", "FEF"));

  private static int[] counts(Scaling scaling, int number, Missing missing, double... densities) {
    return new Density(densities, scaling, number, missing).of(FOUR);
  }

  @Test
  void ratioIsInProportionToTheSmallestHalfToEven() {
    assertArrayEquals(
        new int[] {2, 5, 4, 40}, counts(Scaling.RATIO, 2, Missing.REFUSE, 10, 24, 22.5, 200));
  }

  @Test
  void equalsShareTheLowestRank() {
    assertArrayEquals(new int[] {3, 6, 6, 12}, counts(Scaling.RANK, 3, Missing.REFUSE, 1, 2, 2, 4));
  }

  @Test
  void totalIsReachedExactlyWithAtLeastOneNeuronEverywhere() {
    Draws draws = Stream.of(1, "test").draws();
    for (int k = 0; k < 500; k++) {
      double[] densities = new double[4];
      Arrays.setAll(densities, i -> StrictMath.exp(5 * draws.normal()));
      int total = 4 + draws.integer(200);
      int[] counts = counts(Scaling.TOTAL, total, Missing.REFUSE, densities);
      assertEquals(total, Arrays.stream(counts).sum());
      assertTrue(Arrays.stream(counts).min().orElseThrow() >= 1);
    }
  }

  @Test
  void unknownDensitiesAreRefusedByNameOrFilledAsAsked() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> counts(Scaling.RANK, 1, Missing.REFUSE, 1, Double.NaN, 3, Double.NaN));
    assertTrue(refused.toString().contains("V2, FEF"), refused.toString());
    assertArrayEquals(
        new int[] {1, 2, 4, 2}, counts(Scaling.RATIO, 1, Missing.MEDIAN, 1, Double.NaN, 4, 2));
    assertArrayEquals(
        new int[] {1, 1, 4, 2}, counts(Scaling.RATIO, 1, Missing.MIN, 1, Double.NaN, 4, 2));
  }

  @Test
  void numbersOfTheWrongLengthAreRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new NeuronCounts.Listed(new int[] {1, 2}).of(FOUR));
    assertTrue(refused.toString().contains("2 neuron counts for 4 regions"), refused.toString());
  }

  @Test
  void remappingFollowsTheTemplatesRanks() {
    double[] template = {0, 5, 1, 0, 2, 2};
    double[] weights = {9, -3, 4, 8, 0.5, -1};
    assertArrayEquals(
        new double[] {0, 4, -3, 0, 0.5, -1}, RankRemap.SIGNED.remap(template, weights));
    assertArrayEquals(
        new double[] {0, 4, 0.5, 0, -3, -1}, RankRemap.MAGNITUDE.remap(template, weights));
  }
}
