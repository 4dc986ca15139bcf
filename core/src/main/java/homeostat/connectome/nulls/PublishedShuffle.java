package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weight shuffle of Goulas, Damicelli and Hilgetag (Neural Networks 142, 2021): all weights off
 * the diagonal, zeros among them, change places at random. A matrix that equals its transpose is
 * shuffled below the diagonal and mirrored. The diagonal stays.
 *
 * @param onTopology shuffle only among connections, the diagonal included; of a matrix that equals
 *     its transpose among those below the diagonal, mirrored, and the diagonal stays
 */
public record PublishedShuffle(boolean onTopology) implements NullModel {

  @Override
  public String name() {
    return onTopology ? "weight_shuffle_on_topology" : "weight_shuffle_all";
  }

  @Override
  public String keeps() {
    return onTopology
        ? "every connection, the weights as a whole, symmetry"
        : "the number of connections, the weights as a whole, the diagonal, symmetry";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Csr wiring = original.weights();
    Draws draws = stream.draws();
    boolean symmetric = wiring.equals(wiring.transpose());
    if (symmetric && onTopology) {
      return mirrored(Edges.of(wiring), draws).in(original, this);
    }
    if (symmetric) {
      return symmetric(Edges.of(wiring), draws).in(original, this);
    }
    if (!onTopology) {
      // permuting all values, zeros included, places the connections uniformly
      Csr drawn = new ErdosRenyi().draw(original, stream).weights();
      return Edges.of(drawn).in(original, this);
    }
    Edges edges = Edges.of(wiring);
    int[] all = new int[edges.count()];
    Arrays.setAll(all, e -> e);
    edges.shuffleWeights(all, draws);
    return edges.in(original, this);
  }

  /** Weights below the diagonal change places; each connection above it takes its mirror's. */
  private static Edges mirrored(Edges edges, Draws draws) {
    int[] lower =
        IntStream.range(0, edges.count()).filter(e -> edges.to()[e] < edges.from()[e]).toArray();
    edges.shuffleWeights(lower, draws);
    // by receiver and then by sender, those above the diagonal are in the order of their mirrors
    int[] next = new int[edges.nodes() + 1];
    for (int e : lower) {
      next[edges.from()[e] + 1]++;
    }
    for (int i = 0; i < edges.nodes(); i++) {
      next[i + 1] += next[i];
    }
    for (int e = 0; e < edges.count(); e++) {
      if (edges.to()[e] > edges.from()[e]) {
        edges.weight()[e] = edges.weight()[lower[next[edges.to()[e]]++]];
      }
    }
    return edges;
  }

  /** The pairs of nodes that are connected are drawn uniformly, their weights in random order. */
  private static Edges symmetric(Edges edges, Draws draws) {
    int n = edges.nodes();
    int[] lower =
        IntStream.range(0, edges.count()).filter(e -> edges.to()[e] < edges.from()[e]).toArray();
    long pairs = (long) n * (n - 1) / 2;
    // of a dense graph the pairs without a connection are drawn: rejection stays rare
    boolean dense = lower.length > pairs / 2;
    int drawn = dense ? Math.toIntExact(pairs - lower.length) : lower.length;
    EdgeSet chosen = new EdgeSet(drawn);
    int[] high = new int[drawn];
    int[] low = new int[drawn];
    for (int k = 0; k < drawn; ) {
      int a = draws.integer(n);
      int b = draws.integer(n - 1);
      b += b >= a ? 1 : 0;
      high[k] = Math.max(a, b);
      low[k] = Math.min(a, b);
      if (!chosen.contains(high[k], low[k])) {
        chosen.add(high[k], low[k++]);
      }
    }
    if (dense) {
      high = new int[lower.length];
      low = new int[lower.length];
      int k = 0;
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < a; b++) {
          if (!chosen.contains(a, b)) {
            high[k] = a;
            low[k++] = b;
          }
        }
      }
    }
    edges.shuffleWeights(lower, draws);
    return joined(edges, lower, high, low);
  }

  /** The self-loops as they are, and pair k both ways with the weight of connection lower[k]. */
  private static Edges joined(Edges edges, int[] lower, int[] high, int[] low) {
    int[] from = new int[edges.count()];
    int[] to = new int[edges.count()];
    float[] weight = new float[edges.count()];
    int size = 0;
    for (int e = 0; e < edges.count(); e++) {
      if (edges.isLoop(e)) {
        from[size] = edges.from()[e];
        to[size] = edges.to()[e];
        weight[size++] = edges.weight()[e];
      }
    }
    for (int k = 0; k < lower.length; k++) {
      from[size] = high[k];
      to[size] = low[k];
      weight[size++] = edges.weight()[lower[k]];
      from[size] = low[k];
      to[size] = high[k];
      weight[size++] = edges.weight()[lower[k]];
    }
    return new Edges(edges.nodes(), from, to, weight);
  }

  /**
   * The shuffle of a dense matrix by a given permutation: place k, in row-major order off the
   * diagonal (below it, for a matrix that equals its transpose), takes the value of place {@code
   * permutation[k]}. With the diagonal freed, the places of a matrix that does not equal its
   * transpose are those of its values other than 0.
   *
   * @param matrix [row][column], n x n, row-major
   * @param permutation of as many places; their number tells whether the diagonal is freed
   */
  public static double[] permuted(double[] matrix, int n, int[] permutation) {
    double[] result = matrix.clone();
    boolean symmetric = isSymmetric(matrix, n);
    int[] places = new int[symmetric ? n * (n - 1) / 2 : n * (n - 1)];
    int size = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < (symmetric ? i : n); j++) {
        if (i != j) {
          places[size++] = i * n + j;
        }
      }
    }
    int[] filled = IntStream.range(0, n * n).filter(k -> matrix[k] != 0).toArray();
    if (permutation.length != size && !symmetric && permutation.length == filled.length) {
      places = filled;
      size = filled.length;
    }
    if (permutation.length != size) {
      throw new IllegalArgumentException(
          "a permutation of " + size + " places is needed, not of " + permutation.length);
    }
    for (int k = 0; k < size; k++) {
      result[places[k]] = matrix[places[permutation[k]]];
    }
    if (symmetric) {
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          result[i * n + j] = result[j * n + i];
        }
      }
    }
    return result;
  }

  private static boolean isSymmetric(double[] matrix, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (matrix[i * n + j] != matrix[j * n + i]) {
          return false;
        }
      }
    }
    return true;
  }
}
