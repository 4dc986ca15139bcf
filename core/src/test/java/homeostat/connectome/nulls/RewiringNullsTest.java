package homeostat.connectome.nulls;

import static homeostat.connectome.nulls.RandomGraphs.connectome;
import static homeostat.connectome.nulls.RandomGraphs.holds;
import static homeostat.connectome.nulls.RandomGraphs.outDegrees;
import static homeostat.connectome.nulls.RandomGraphs.sentBy;
import static homeostat.connectome.nulls.RandomGraphs.sorted;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.Assemblies;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Positions;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the nulls that keep degrees, reciprocity, lengths or modules keep, and what they forget. */
class RewiringNullsTest {
  private static final List<NullModel> EXACT_DEGREES =
      List.of(new Configuration(), new ReciprocityPreserving(10), new GeometryPreserving(4, 10));

  @Test
  void degreesAreExact() {
    for (NullModel model : EXACT_DEGREES) {
      holds(
          false,
          (graph, which) -> {
            Csr before = graph.weights();
            Csr after = drawn(model, graph);
            String what = model.name() + ", " + which;
            assertArrayEquals(outDegrees(before), outDegrees(after), "out, " + what);
            assertArrayEquals(
                outDegrees(before.transpose()), outDegrees(after.transpose()), "in, " + what);
            for (int node = 0; node < before.rows() && !(model instanceof Configuration); node++) {
              assertArrayEquals(sentBy(before, node), sentBy(after, node), what);
            }
          });
    }
  }

  @Test
  void reciprocityPreservingKeepsTheReciprocalPairsOfEachNode() {
    holds(
        false,
        (graph, which) ->
            assertArrayEquals(
                reciprocal(graph.weights()),
                reciprocal(drawn(new ReciprocityPreserving(10), graph)),
                which));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50})
  void geometryPreservingKeepsTheHistogramOfLengths(int bins) {
    holds(
        false,
        (graph, which) -> {
          double[] before = lengths(graph, graph.weights());
          double[] after = lengths(graph, drawn(new GeometryPreserving(bins, 10), graph));
          double width = before.length == 0 ? 0 : before[before.length - 1] / bins;
          for (int k = 0; k < before.length; k++) {
            assertEquals(before[k], after[k], width + 1e-12, which + ", length " + k);
          }
        });
  }

  @Test
  void modularKeepsConnectionsAndWeightsBetweenModules() {
    holds(
        false,
        (graph, which) -> {
          int[] modules = new int[graph.size()];
          Arrays.setAll(modules, node -> node % 3);
          Modules[] partitions = {new Modules.Given(modules, "thirds"), new Modules.Found()};
          for (Modules partition : partitions) {
            Csr after = drawn(new Modular(partition), graph);
            int[] of = partition.of(graph);
            assertEquals(blocks(graph.weights(), of), blocks(after, of), partition + ", " + which);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1})
  void wattsStrogatzKeepsWhatTheRingSends(double probability) {
    holds(
        false,
        (graph, which) -> {
          Csr ring = drawn(new Lattice(), graph);
          Csr after = drawn(new WattsStrogatz(probability), graph);
          assertArrayEquals(outDegrees(ring), outDegrees(after), which);
          assertArrayEquals(sorted(graph.weights().values()), sorted(after.values()), which);
          if (probability == 0) {
            assertEquals(ring, after, which);
          }
        });
  }

  /** By chance a share as large as the density is where it was. */
  @ParameterizedTest
  @CsvSource({"0.05", "0.2", "0.5", "0.8"})
  void rewiringForgetsTheOriginal(double density) {
    int n = 60;
    Connectome graph = random(n, density);
    double most = density + 0.3 * (1 - density);
    for (NullModel model :
        List.of(
            new Configuration(),
            new ReciprocityPreserving(20),
            new GeometryPreserving(5, 20),
            new Modular(new Modules.Given(new int[n], "one")))) {
      double kept = kept(graph.weights(), drawn(model, graph));
      assertTrue(kept < most, model.name() + " keeps " + kept + " at density " + density);
    }
  }

  @Test
  void configurationIsPairedAfreshAndSaysWhereItIsNot() {
    String note = "connections swapped";
    for (double density : new double[] {0.02, 0.5, 0.97}) {
      Connectome drawn = new Configuration().draw(random(60, density), Stream.of(1, "x"));
      assertTrue(!drawn.provenance().toString().contains(note), "density " + density);
    }
    // both directions of one pair among two nodes: only one graph has these degrees
    Connectome only =
        connectome(
            Csr.dense(
                3,
                3,
                new float[] {0, 1, 1, 1, 0, 0, 0, 0, 0},
                new boolean[] {false, true, true, true, false, false, false, false, false}));
    Csr drawn = drawn(new Configuration(), only);
    assertArrayEquals(only.weights().columns(), drawn.columns());
  }

  /** On a line no two connections can exchange receivers and both lengths. */
  @Test
  void whatCannotBeSwappedIsAWarning() {
    Connectome plain = random(12, 0.5);
    double[] line = new double[36];
    Arrays.setAll(line, i -> i % 3 == 0 ? i : 0);
    Connectome placed =
        new Connectome(
            plain.nodes(),
            plain.types(),
            plain.weights(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Positions(line, "mm")),
            plain.provenance());
    Connectome stuck = new GeometryPreserving(1000, 10).draw(placed, Stream.of(1, "x"));
    assertEquals(plain.weights(), stuck.weights());
    assertEquals(plain.weights().entries(), stuck.provenance().warnings().getFirst().count());
    Connectome free = new GeometryPreserving(2, 10).draw(placed, Stream.of(1, "x"));
    assertTrue(free.provenance().warnings().isEmpty(), free.provenance().toString());
  }

  @Test
  void modulesArePlantedOnesFoundAgain() {
    int n = 40;
    Draws draws = Stream.of(3, "test.planted").draws();
    float[] weights = new float[n * n];
    boolean[] present = new boolean[n * n];
    for (int k = 0; k < n * n; k++) {
      boolean within = k / n % 4 == k % n % 4;
      present[k] = k / n != k % n && draws.bernoulli(within ? 0.8 : 0.05);
      weights[k] = 1;
    }
    int[] found = new Modules.Found().of(connectome(Csr.dense(n, n, weights, present)));
    int[] planted = new int[n];
    Arrays.setAll(planted, node -> node % 4);
    assertArrayEquals(planted, found);
  }

  @Test
  void knownModulesAreTypesThenAssembliesThenFound() {
    Connectome plain = random(12, 0.4);
    int[] halves = new int[12];
    Arrays.fill(halves, 6, 12, 1);
    Modules known = new Modules.Known();
    assertTrue(known.what(plain).contains("found"), known.what(plain));
    assertArrayEquals(new Modules.Found().of(plain), known.of(plain));
    int[] ids = halves.clone();
    ids[0] = -1;
    Connectome assembled = with(plain, plain.types(), Optional.of(new Assemblies(2, ids)));
    assertEquals(3, Arrays.stream(known.of(assembled)).distinct().count());
    Connectome typed =
        with(plain, new CellTypes(List.of("a", "b"), halves), Optional.of(new Assemblies(2, ids)));
    assertArrayEquals(halves, known.of(typed));
    int[] own = new int[12];
    Arrays.setAll(own, node -> node);
    List<String> names = Arrays.stream(own).mapToObj(Integer::toString).toList();
    assertTrue(
        known.what(with(plain, new CellTypes(names, own), Optional.empty())).contains("found"));
  }

  @Test
  void mistakesAreRefused() {
    Connectome plain = random(5, 0.5);
    Connectome nowhere =
        Connectome.of(plain.nodes(), plain.types(), plain.weights(), plain.provenance());
    String missing =
        assertThrows(
                IllegalArgumentException.class, () -> drawn(new GeometryPreserving(3, 10), nowhere))
            .toString();
    assertTrue(missing.contains("no positions are known"), missing);
    String few =
        assertThrows(
                IllegalArgumentException.class,
                () -> drawn(new Modular(new Modules.Given(new int[4], "mine.txt")), plain))
            .toString();
    assertTrue(few.contains("mine.txt: 4 modules for 5 nodes"), few);
    assertThrows(IllegalArgumentException.class, () -> new WattsStrogatz(1.1));
    assertThrows(IllegalArgumentException.class, () -> new GeometryPreserving(0, 10));
    assertThrows(IllegalArgumentException.class, () -> new ReciprocityPreserving(0));
  }

  private static Csr drawn(NullModel model, Connectome graph) {
    return model.draw(graph, Stream.of(1, "test.null")).weights();
  }

  private static Connectome with(
      Connectome plain, CellTypes types, Optional<Assemblies> assemblies) {
    return new Connectome(
        plain.nodes(),
        types,
        plain.weights(),
        assemblies,
        Optional.empty(),
        Optional.empty(),
        plain.provenance());
  }

  private static Connectome random(int n, double density) {
    Draws draws = Stream.of(7, "test.random").draws();
    float[] weights = new float[n * n];
    boolean[] present = new boolean[n * n];
    for (int k = 0; k < n * n; k++) {
      present[k] = k / n != k % n && draws.bernoulli(density);
      weights[k] = (float) draws.uniform();
    }
    return connectome(Csr.dense(n, n, weights, present));
  }

  private static boolean[] present(Csr w) {
    boolean[] present = new boolean[w.rows() * w.rows()];
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < w.entries(); e++) {
      present[rows[e] * w.rows() + w.columns()[e]] = true;
    }
    return present;
  }

  private static double kept(Csr before, Csr after) {
    boolean[] one = present(before);
    boolean[] two = present(after);
    int both = 0;
    for (int k = 0; k < one.length; k++) {
      both += one[k] && two[k] ? 1 : 0;
    }
    return (double) both / before.entries();
  }

  /** [node] number of nodes that it is joined to both ways. */
  private static int[] reciprocal(Csr w) {
    boolean[] present = present(w);
    int n = w.rows();
    int[] pairs = new int[n];
    for (int k = 0; k < present.length; k++) {
      pairs[k / n] += k / n != k % n && present[k] && present[k % n * n + k / n] ? 1 : 0;
    }
    return pairs;
  }

  /** The lengths of all connections, sorted. */
  private static double[] lengths(Connectome graph, Csr w) {
    Positions positions = graph.positions().orElseThrow();
    int[] rows = w.rowOfEntry();
    double[] lengths = new double[w.entries()];
    Arrays.setAll(lengths, e -> positions.distance(rows[e], w.columns()[e]));
    Arrays.sort(lengths);
    return lengths;
  }

  /** The sorted weights from each module to each. */
  private static Map<String, List<Float>> blocks(Csr w, int[] module) {
    Map<String, List<Float>> blocks = new TreeMap<>();
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < w.entries(); e++) {
      String block = module[rows[e]] + " to " + module[w.columns()[e]];
      blocks.computeIfAbsent(block, unseen -> new ArrayList<>()).add(w.values()[e]);
    }
    blocks.values().forEach(all -> all.sort(null));
    return blocks;
  }
}
