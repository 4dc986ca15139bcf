package homeostat.connectome.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.EdgeBuffer;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  @Test
  void aHandMadeConnectome() {
    // 0 <-> 1, 1 -> 2, 2 -> 2, 3 alone; types: a = {0, 1}, b = {2, 3}
    Csr w = matrix(4, new double[][] {{0, 1, 2}, {1, 0, 8}, {1, 2, -4}, {2, 2, 3}});
    Measures m =
        Measures.of(
            Connectome.of(
                new Nodes.Named(List.of("p", "q", "r", "s")),
                new CellTypes(List.of("a", "b"), new int[] {0, 0, 1, 1}),
                w,
                Provenance.none()));
    assertEquals(4, m.nodes());
    assertEquals(4, m.connections());
    assertEquals(1, m.selfLoops());
    assertEquals(3 / 12.0, m.density());
    assertEquals(2 / 3.0, m.reciprocity());
    assertEquals(new Summary(4, 0, 0.15, 1, 1, 1.85, 1.97, 2), rounded(m.outDegree()));
    assertEquals(2, m.inDegree().max());
    assertEquals(4, m.outStrength().max());
    assertEquals(-1, m.inStrength().min());
    assertEquals(2.5, m.weights().median());
    assertEquals(
        List.of(new Measures.TypeCount("a", 2, 2, 1, 0), new Measures.TypeCount("b", 2, 1, 0, 0)),
        m.types());
    assertArrayEquals(new int[] {0, 0, 0, 1}, m.weak().of());
    assertEquals(3, m.weak().largest());
    assertEquals(3, m.strong().count());
    assertEquals(2, m.strong().largest());
    assertEquals(4, m.spectralRadius().value(), 1e-12);
    assertTrue(m.spectralRadius().converged());
  }

  @Test
  void connectionsBetweenCellTypes() {
    // 0 <-> 1, 1 -> 2, 2 -> 2, 3 alone; types: a = {0}, b = {1, 3}, c = {2}, d = {}
    TypeLinks links =
        TypeLinks.of(
            Connectome.of(
                new Nodes.Numbered(4),
                new CellTypes(List.of("a", "b", "c", "d"), new int[] {0, 1, 2, 1}),
                matrix(4, new double[][] {{0, 1, 2}, {1, 0, 8}, {1, 2, -4}, {2, 2, 3}}),
                Provenance.none()));
    assertArrayEquals(new long[] {0, 1, 0, 0}, links.from(0));
    assertArrayEquals(new long[] {1, 0, 1, 0}, links.from(1));
    assertArrayEquals(new long[4], links.from(2));
    assertEquals(0.5, links.density(0, 1, 1));
    assertEquals(0, links.density(1, 1, 0));
    assertTrue(Double.isNaN(links.density(0, 0, 0)));
    assertTrue(Double.isNaN(links.density(0, 3, 0)));
    assertArrayEquals(new int[] {1}, links.largest(1));
    assertArrayEquals(new int[] {0, 1}, links.largest(2));
    assertArrayEquals(new int[] {0, 1, 2}, links.largest(9));
    assertEquals(3, links.present());
  }

  @Test
  void nothingToMeasureIsNotAZero() {
    Measures m =
        Measures.of(
            Connectome.of(
                new Nodes.Numbered(3),
                CellTypes.single("neuron", 3),
                matrix(3, new double[0][]),
                Provenance.none()));
    assertTrue(Double.isNaN(m.reciprocity()));
    assertTrue(Double.isNaN(m.weights().mean()));
    assertEquals(0, m.spectralRadius().value());
    assertEquals(3, m.weak().count());
  }

  @Test
  void aGraphWithoutCyclesHasRadiusZero() {
    EdgeBuffer chain = new EdgeBuffer();
    for (int i = 0; i + 1 < 1000; i++) {
      chain.add(i, i + 1, 5);
    }
    SpectralRadius radius = SpectralRadius.of(chain.toCsr(1000, 1000));
    assertEquals(0, radius.value());
    assertTrue(radius.converged());
  }

  @Test
  void arnoldiFindsKnownRadii() {
    // All-ones without diagonal: N - 1. With alternating signs of the columns it is still N - 1.
    int n = 300;
    for (int sign : new int[] {1, -1}) {
      EdgeBuffer all = new EdgeBuffer();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (i != j) {
            all.add(i, j, sign * (i % 2 == j % 2 ? 1 : -1));
          }
        }
      }
      SpectralRadius radius = SpectralRadius.of(all.toCsr(n, n));
      assertEquals(n - 1, radius.value(), 1e-6);
      assertTrue(radius.converged());
    }
    // A bipartite graph has the eigenvalues +-rho: two groups of 150, weight 0.5 both ways.
    EdgeBuffer two = new EdgeBuffer();
    for (int i = 0; i < 150; i++) {
      for (int j = 150; j < n; j++) {
        two.add(i, j, 0.5);
        two.add(j, i, 0.5);
      }
    }
    assertEquals(75, SpectralRadius.of(two.toCsr(n, n)).value(), 1e-6);
  }

  @Test
  void aLeadingComplexPairIsFound() {
    // Rotation of the first two nodes at radius 30, weakly coupled to a random rest.
    Draws random = Stream.of(2, "rest").draws();
    int n = 260;
    EdgeBuffer edges = new EdgeBuffer();
    edges.add(0, 1, 30);
    edges.add(1, 0, -30);
    for (int i = 0; i < n; i++) {
      edges.add(i, (i + 1) % n, 1e-4);
      for (int k = 0; k < 20; k++) {
        int j = 2 + random.integer(n - 2);
        if (i >= 2) {
          edges.add(i, j, random.normal() / 10);
        }
      }
    }
    SpectralRadius radius = SpectralRadius.of(edges.toCsr(n, n));
    assertEquals(30, radius.value(), 1e-3);
    assertTrue(radius.converged());
  }

  @Test
  void aRadiusThatDoesNotConvergeSaysSo() {
    int n = 2000;
    EdgeBuffer ring = new EdgeBuffer();
    for (int i = 0; i < n; i++) {
      ring.add(i, (i + 1) % n, 1);
    }
    assertFalse(SpectralRadius.of(ring.toCsr(n, n)).converged());
  }

  @Test
  void aRandomSignedMatrixFollowsTheCircularLaw() {
    int n = 600;
    Draws random = Stream.of(4, "circular").draws();
    EdgeBuffer edges = new EdgeBuffer();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        edges.add(i, j, random.normal() / Math.sqrt(n));
      }
    }
    assertEquals(1, SpectralRadius.of(edges.toCsr(n, n)).value(), 0.08);
  }

  @Test
  void strongComponentsAgreeWithReachability() {
    for (int trial = 0; trial < 300; trial++) {
      Draws random = Stream.of(trial, "graphs").draws();
      int n = 1 + random.integer(12);
      boolean[][] reach = new boolean[n][n];
      EdgeBuffer edges = new EdgeBuffer();
      for (int k = random.integer(2 * n); k > 0; k--) {
        int i = random.integer(n);
        int j = random.integer(n);
        reach[i][j] = true;
        edges.add(i, j, 1);
      }
      for (int k = 0; k < n; k++) {
        reach[k][k] = true;
      }
      for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            reach[i][j] |= reach[i][k] && reach[k][j];
          }
        }
      }
      int[] of = Components.strong(edges.toCsr(n, n)).of();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertEquals(reach[i][j] && reach[j][i], of[i] == of[j], "seed " + trial);
        }
      }
    }
  }

  private static Summary rounded(Summary s) {
    return new Summary(
        s.count(),
        s.min(),
        round(s.q05()),
        s.median(),
        s.mean(),
        round(s.q95()),
        round(s.q99()),
        s.max());
  }

  private static double round(double x) {
    return Math.rint(x * 1e9) / 1e9;
  }

  private static Csr matrix(int n, double[][] edges) {
    EdgeBuffer buffer = new EdgeBuffer();
    for (double[] edge : edges) {
      buffer.add((int) edge[0], (int) edge[1], edge[2]);
    }
    return buffer.toCsr(n, n);
  }
}
