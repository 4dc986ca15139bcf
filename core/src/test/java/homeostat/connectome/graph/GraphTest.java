package homeostat.connectome.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GraphTest {
  /** 0 to 1 to 2 to 3 to 0, and 0 to 2. */
  private static final Graph RING =
      new Graph(4, new double[] {0, 1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0});

  @Test
  void hopsAndEfficiencyOfARingWithAShortcut() {
    ShortestPaths paths = ShortestPaths.of(RING);
    assertArrayEquals(new int[] {0, 1, 1, 2, 3, 0, 1, 2, 2, 3, 0, 1, 1, 2, 2, 0}, paths.hops());
    assertEquals(21.0 / 12, paths.meanHops(), 1e-12);
    assertEquals((5 + 5 / 2.0 + 2 / 3.0) / 12, paths.globalEfficiency(), 1e-12);
    // through 2: 0-3, 1-3, 1-0; through 3: 1-0, 2-0, 2-1; through 0: 2-1, 3-1, 3-2
    assertArrayEquals(new double[] {3, 0, 3, 3}, paths.betweenness(), 1e-12);
  }

  @Test
  void aCompleteGraphIsFullyClustered() {
    double[] all = new double[25];
    for (int k = 0; k < 25; k++) {
      all[k] = k / 5 == k % 5 ? 0 : 3;
    }
    assertArrayEquals(new double[] {1, 1, 1, 1, 1}, Clustering.binary(new Graph(5, all)), 1e-12);
    assertArrayEquals(new double[] {1, 1, 1, 1, 1}, Clustering.weighted(new Graph(5, all)), 1e-12);
  }

  @Test
  void twoSeparateCommunities() {
    double[] w = {0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0};
    int[] partition = {0, 0, 1, 1};
    assertEquals(0.5, Communities.modularity(new Graph(4, w), partition), 1e-12);
    // rows 0 1 and 1 0 are sqrt 2 apart, and just as far from those of the other community
    assertArrayEquals(new double[4], Communities.silhouettes(new Graph(4, w), partition), 1e-12);
  }

  @Test
  void measuresOfAMacaqueConnectomeAgreeWithOtherLibraries() {
    Path file =
        Path.of(System.getProperty("golden", "")).resolve("working-memory/graph-metrics.npz");
    assumeTrue(Files.exists(file), "needs the folder of golden cases: -Dgolden=DIR");
    Arrays arrays = Npz.read(file);
    int n = 29;
    Graph graph = new Graph(n, arrays.doubles("inputs/matrix"));
    long[] groups = ((homeostat.array.NdArray.I8) arrays.get("inputs/partition")).data();
    int[] partition = new int[n];
    java.util.Arrays.setAll(partition, i -> (int) groups[i]);
    ShortestPaths paths = ShortestPaths.of(graph);
    assertEquals(1.3399014778325122, paths.meanHops(), 1e-12);
    assertEquals(0.8300492610837439, paths.globalEfficiency(), 1e-12);
    assertArrayEquals(arrays.doubles("expected/betweenness"), paths.betweenness(), 1e-12);
    assertArrayEquals(
        arrays.doubles("expected/clustering_binary"), Clustering.binary(graph), 1e-12);
    assertArrayEquals(
        arrays.doubles("expected/clustering_weighted"), Clustering.weighted(graph), 1e-10);
    assertEquals(0.11281222138095473, Communities.modularity(graph, partition), 1e-12);
    assertEquals(-0.025019492091779928, Communities.modularity(graph.binary(), partition), 1e-12);
    assertEquals(-0.080289280728735, Communities.assortativity(graph), 1e-12);
    assertArrayEquals(
        arrays.doubles("expected/silhouette_samples_rows"),
        Communities.silhouettes(graph, partition),
        1e-10);
  }
}
