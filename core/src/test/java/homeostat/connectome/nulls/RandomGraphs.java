package homeostat.connectome.nulls;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Positions;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Random graphs, properties that must hold for all of them, and what the properties are about. */
final class RandomGraphs {
  static final int GRAPHS = 2000;

  /** A random graph: any size from 2 to 14, any density, sometimes self-loops. */
  static Connectome graph(int seed, boolean dale) {
    Draws draws = Stream.of(seed, "test.graph").draws();
    int n = 2 + draws.integer(13);
    double p = draws.uniform();
    boolean loops = draws.bernoulli(0.3);
    float[] weights = new float[n * n];
    boolean[] present = new boolean[n * n];
    for (int i = 0; i < n; i++) {
      int sign = dale && i % 2 == 1 ? -1 : 1;
      for (int j = 0; j < n; j++) {
        present[i * n + j] = (i != j || loops) && draws.bernoulli(p);
        weights[i * n + j] = sign * (float) (0.1 + draws.uniform());
      }
    }
    return connectome(Csr.dense(n, n, weights, present));
  }

  /** Wiring of nodes at random places. */
  static Connectome connectome(Csr weights) {
    int n = weights.rows();
    double[] places = new double[3 * n];
    Draws draws = Stream.of(n, "test.places").draws();
    Arrays.setAll(places, i -> draws.uniform());
    return new Connectome(
        new Nodes.Numbered(n),
        new CellTypes(List.of("neuron"), new int[n]),
        weights,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Positions(places, "mm")),
        Provenance.none());
  }

  /** What must hold for a graph; throws where it does not. */
  interface Property {
    void check(Connectome graph, String which);
  }

  /** Checks thousands of graphs; of one that fails, nodes are taken away as long as it fails. */
  static void holds(boolean dale, Property property) {
    for (int seed = 0; seed < GRAPHS; seed++) {
      Connectome smallest = graph(seed, dale);
      String which = "graph " + seed;
      Optional<AssertionError> failure = failure(property, smallest, which);
      for (int node = 0; failure.isPresent() && node < smallest.weights().rows(); node++) {
        Connectome fewer = without(smallest.weights(), node);
        Optional<AssertionError> still = failure(property, fewer, which + " reduced");
        if (still.isPresent()) {
          failure = still;
          smallest = fewer;
          node = -1;
        }
      }
      if (failure.isPresent()) {
        throw new AssertionError("fails for " + smallest.weights(), failure.get());
      }
    }
  }

  private static Optional<AssertionError> failure(
      Property property, Connectome graph, String which) {
    try {
      property.check(graph, which);
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(e);
    }
  }

  private static Connectome without(Csr w, int node) {
    int n = w.rows() - 1;
    float[] weights = new float[n * n];
    boolean[] present = new boolean[n * n];
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < w.entries(); e++) {
      int i = rows[e];
      int j = w.columns()[e];
      if (i != node && j != node) {
        int at = (i < node ? i : i - 1) * n + (j < node ? j : j - 1);
        weights[at] = w.values()[e];
        present[at] = true;
      }
    }
    return connectome(Csr.dense(n, n, weights, present));
  }

  static int[] outDegrees(Csr w) {
    int[] degrees = new int[w.rows()];
    Arrays.setAll(degrees, i -> w.offsets()[i + 1] - w.offsets()[i]);
    return degrees;
  }

  static float[] sorted(float[] values) {
    float[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  static float[] sentBy(Csr w, int node) {
    return sorted(Arrays.copyOfRange(w.values(), w.offsets()[node], w.offsets()[node + 1]));
  }

  private RandomGraphs() {}
}
