package homeostat.kinds.memory.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkMeasuresTest {
  private static final Stream STREAM = Stream.of(1, "test.measures");

  /** Two groups of units, wired strongly within and weakly between. */
  private static float[] twoGroups(int units) {
    float[] weights = new float[units * units];
    Draws draws = STREAM.at(9).draws();
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < units; j++) {
        boolean same = (i < units / 2) == (j < units / 2);
        if (i != j) {
          weights[i * units + j] = (float) ((same ? 1 : 0.1) * (0.9 + 0.2 * draws.uniform()));
        }
      }
    }
    return weights;
  }

  @Test
  void groupsAreSeenAsWhatTheyAre() {
    int units = 20;
    int[] group = new int[units];
    Arrays.fill(group, units / 2, units, 1);
    Map<String, Double> found = NetworkMeasures.of(twoGroups(units), units, group, STREAM).values();
    assertEquals(1, found.getOrDefault("density", 0.0));
    assertEquals(1, found.getOrDefault("strong_components", 0.0));
    assertTrue(found.getOrDefault("homophily", 0.0) > 0.9, found.toString());
    assertTrue(found.getOrDefault("modularity_of_regions", 0.0) > 0.3, found.toString());
    double two = found.getOrDefault("silhouette_2", 0.0);
    assertTrue(two > 0.5 && two > found.getOrDefault("silhouette_4", 1.0), found.toString());
  }

  @Test
  void clustersAreFoundWhereverTheyBegin() {
    double[][] rows = new double[30][2];
    Draws draws = STREAM.draws();
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 10 * (i % 3) + draws.normal();
      rows[i][1] = draws.normal();
    }
    for (int seed = 0; seed < 20; seed++) {
      int[] found = Clusters.of(rows, 3, Stream.of(seed, "test.clusters"));
      for (int i = 3; i < rows.length; i++) {
        assertEquals(found[i % 3], found[i]);
      }
    }
  }
}
