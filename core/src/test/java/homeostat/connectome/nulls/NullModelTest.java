package homeostat.connectome.nulls;

import static homeostat.connectome.nulls.RandomGraphs.GRAPHS;
import static homeostat.connectome.nulls.RandomGraphs.connectome;
import static homeostat.connectome.nulls.RandomGraphs.graph;
import static homeostat.connectome.nulls.RandomGraphs.holds;
import static homeostat.connectome.nulls.RandomGraphs.outDegrees;
import static homeostat.connectome.nulls.RandomGraphs.sentBy;
import static homeostat.connectome.nulls.RandomGraphs.sorted;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.Connectome;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each null model keeps, over many random graphs. */
class NullModelTest {
  private static float[] diagonal(Csr w) {
    float[] diagonal = new float[w.rows()];
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < w.entries(); e++) {
      if (rows[e] == w.columns()[e]) {
        diagonal[rows[e]] = w.values()[e];
      }
    }
    return diagonal;
  }

  @Test
  void everyModelKeepsConnectionsWeightsAndSelfLoops() {
    for (NullModel model : NullModel.all()) {
      holds(true, (original, which) -> keeps(model, original, model.name() + ", " + which));
    }
  }

  private static void keeps(NullModel model, Connectome original, String which) {
    if (original.weights().entries() == 0 || !hasBothSigns(original)) {
      return;
    }
    Csr before = original.weights();
    Csr after = model.draw(original, Stream.of(1, "test.null")).weights();
    assertEquals(before.entries(), after.entries(), which);
    if (model instanceof SignShuffle) {
      assertArrayEquals(absolute(before.values()), absolute(after.values()), which);
      return;
    }
    assertArrayEquals(sorted(before.values()), sorted(after.values()), which);
    if (!model.equals(new PublishedShuffle(true))) {
      assertArrayEquals(diagonal(before), diagonal(after), which);
    }
  }

  private static boolean hasBothSigns(Connectome connectome) {
    float[] values = sorted(connectome.weights().values());
    return values[0] < 0 && values[values.length - 1] > 0;
  }

  private static float[] absolute(float[] values) {
    float[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.abs(result[i]);
    }
    return result;
  }

  @Test
  void degreePreservingKeepsEveryDegreeAndOutgoingWeights() {
    holds(
        false,
        (graph, which) -> {
          Csr before = graph.weights();
          Csr after = new DegreePreserving(10).draw(graph, Stream.of(1, "test.null")).weights();
          assertArrayEquals(outDegrees(before), outDegrees(after), "out, " + which);
          assertArrayEquals(
              outDegrees(before.transpose()), outDegrees(after.transpose()), "in, " + which);
          for (int i = 0; i < before.rows(); i++) {
            assertArrayEquals(sentBy(before, i), sentBy(after, i), which + ", node " + i);
          }
        });
  }

  @Test
  void degreePreservingForgetsTheOriginal() {
    int n = 60;
    float[] weights = new float[n * n];
    boolean[] present = new boolean[n * n];
    Arrays.fill(weights, 1);
    for (int i = 0; i < n; i++) {
      for (int d = 1; d <= 6; d++) {
        present[i * n + (i + d) % n] = true;
      }
    }
    Csr before = Csr.dense(n, n, weights, present);
    Csr after = new DegreePreserving(10).draw(connectome(before), Stream.of(1, "x")).weights();
    int kept = 0;
    int[] rows = after.rowOfEntry();
    for (int e = 0; e < after.entries(); e++) {
      kept += present[rows[e] * n + after.columns()[e]] ? 1 : 0;
    }
    // by chance a tenth of the pairs coincide: 36 of 360
    assertTrue(kept < 72, kept + " of 360 connections are where they were");
  }

  @Test
  void weightAndSignShufflesKeepEveryConnection() {
    for (int seed = 0; seed < GRAPHS; seed++) {
      Connectome original = graph(seed, true);
      if (original.weights().entries() == 0 || !hasBothSigns(original)) {
        continue;
      }
      for (NullModel model :
          List.of(new WeightShuffle(), new SignShuffle(), new PublishedShuffle(true))) {
        Csr after = model.draw(original, Stream.of(seed, "test.null")).weights();
        assertArrayEquals(original.weights().offsets(), after.offsets(), model.name());
        assertArrayEquals(original.weights().columns(), after.columns(), model.name());
      }
    }
  }

  @Test
  void signShuffleKeepsOneSignForEachSender() {
    for (int seed = 0; seed < GRAPHS; seed++) {
      Connectome original = graph(seed, true);
      if (original.weights().entries() == 0 || !hasBothSigns(original)) {
        continue;
      }
      Csr after = new SignShuffle().draw(original, Stream.of(seed, "test.null")).weights();
      for (int i = 0; i < after.rows(); i++) {
        float[] sent = sentBy(after, i);
        assertTrue(
            sent.length == 0 || Math.signum(sent[0]) == Math.signum(sent[sent.length - 1]),
            "graph " + seed + ", node " + i + " sends " + Arrays.toString(sent));
      }
    }
  }

  @Test
  void signShuffleOfWeightsOfOneSignIsRefused() {
    Connectome original = graph(3, false);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SignShuffle().draw(original, Stream.of(1, "x")));
    assertTrue(refused.toString().contains("no weight is negative"), refused.toString());
  }

  @Test
  void latticeJoinsTheNearestOnARing() {
    int n = 9;
    float[] weights = new float[n * n];
    boolean[] present = new boolean[n * n];
    Arrays.fill(weights, 2);
    for (int j = 1; j < n; j++) {
      present[j] = true; // a star: 8 connections out
      present[j * n] = true; // and 8 back
    }
    present[1 * n + 2] = true;
    present[2 * n + 3] = true; // 18 connections: exactly the first two neighbours
    Csr after =
        new Lattice()
            .draw(connectome(Csr.dense(n, n, weights, present)), Stream.of(1, "x"))
            .weights();
    for (int i = 0; i < n; i++) {
      int[] expected = {(i + 1) % n, (i + n - 1) % n};
      Arrays.sort(expected);
      assertArrayEquals(
          expected,
          Arrays.copyOfRange(after.columns(), after.offsets()[i], after.offsets()[i + 1]));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.6, 0.9})
  void symmetricMatricesStaySymmetricUnderThePublishedShuffle(double density) {
    int n = 9;
    float[] weights = new float[n * n];
    boolean[] present = new boolean[n * n];
    Draws draws = Stream.of(5, "test.symmetric").draws();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        boolean joined = draws.bernoulli(density);
        float weight = (float) draws.uniform();
        present[i * n + j] = joined;
        present[j * n + i] = joined;
        weights[i * n + j] = weight;
        weights[j * n + i] = weight;
      }
    }
    Csr before = Csr.dense(n, n, weights, present);
    Csr after = new PublishedShuffle(false).draw(connectome(before), Stream.of(2, "x")).weights();
    assertEquals(after, after.transpose());
    assertArrayEquals(diagonal(before), diagonal(after));
    assertArrayEquals(sorted(before.values()), sorted(after.values()));
    assertNotEquals(before, after);
    Csr kept = new PublishedShuffle(true).draw(connectome(before), Stream.of(2, "x")).weights();
    assertEquals(kept, kept.transpose());
    assertArrayEquals(before.columns(), kept.columns());
    assertArrayEquals(diagonal(before), diagonal(kept));
    assertArrayEquals(sorted(before.values()), sorted(kept.values()));
    assertNotEquals(before, kept);
  }

  @Test
  void aGivenPermutationMovesAllPlacesOrWithTheDiagonalFreedTheFilledOnes() {
    double[] matrix = {5, 1, 0, 0, 0, 2, 3, 0, 0};
    // off the diagonal: 1 0 0 2 3 0
    assertArrayEquals(
        new double[] {5, 0, 3, 2, 0, 0, 0, 1, 0},
        PublishedShuffle.permuted(matrix, 3, new int[] {5, 4, 3, 2, 1, 0}));
    // other than 0: 5 1 2 3
    assertArrayEquals(
        new double[] {1, 5, 0, 0, 0, 3, 2, 0, 0},
        PublishedShuffle.permuted(matrix, 3, new int[] {1, 0, 3, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> PublishedShuffle.permuted(matrix, 3, new int[] {0, 1, 2}));
  }

  @Test
  void symmetricMatricesWithMorePairsThanAnArrayHoldsAreShuffledToo() {
    int n = 70_000;
    int[] offsets = new int[n + 1];
    int[] columns = new int[2 * n];
    float[] values = new float[2 * n];
    for (int i = 0; i < n; i++) {
      int before = (i + n - 1) % n;
      int after = (i + 1) % n;
      offsets[i + 1] = 2 * (i + 1);
      columns[2 * i] = Math.min(before, after);
      columns[2 * i + 1] = Math.max(before, after);
      values[2 * i] = weightOnRing(i, columns[2 * i]);
      values[2 * i + 1] = weightOnRing(i, columns[2 * i + 1]);
    }
    Csr ring = new Csr(n, n, offsets, columns, values);
    for (boolean onTopology : new boolean[] {false, true}) {
      Csr drawn =
          new PublishedShuffle(onTopology).draw(connectome(ring), Stream.of(3, "x")).weights();
      assertEquals(drawn, drawn.transpose());
      assertArrayEquals(sorted(values), sorted(drawn.values()));
      assertEquals(onTopology, Arrays.equals(columns, drawn.columns()));
      assertNotEquals(ring, drawn);
    }
  }

  private static float weightOnRing(int a, int b) {
    return 1 + (a + b) % 11;
  }

  @Test
  void oneSeedGivesOneDraw() {
    Connectome original = graph(11, true);
    for (NullModel model : NullModel.all()) {
      assertEquals(
          model.draw(original, Stream.of(4, "x")).weights(),
          model.draw(original, Stream.of(4, "x")).weights());
      String provenance = model.draw(original, Stream.of(4, "x")).provenance().toString();
      assertTrue(provenance.contains(model.name()), provenance);
      assertEquals(model, NullModel.named(model.name()));
    }
  }
}
