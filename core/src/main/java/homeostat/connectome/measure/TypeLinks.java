package homeostat.connectome.measure;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.kernel.Csr;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The connections between cell types, without those of nodes to themselves. They are counted type
 * by type: brains have thousands of types, and all pairs of them at once would fill the memory.
 */
public final class TypeLinks {
  private final Csr weights;
  private final CellTypes types;
  private final int[] counts;

  /** [type] where its nodes start in {@code members}. */
  private final int[] starts;

  private final int[] members;

  private TypeLinks(Csr weights, CellTypes types) {
    this.weights = weights;
    this.types = types;
    counts = types.counts();
    starts = new int[counts.length + 1];
    for (int t = 0; t < counts.length; t++) {
      starts[t + 1] = starts[t] + counts[t];
    }
    members = new int[types.nodes()];
    int[] next = starts.clone();
    for (int i = 0; i < members.length; i++) {
      members[next[types.index()[i]]++] = i;
    }
  }

  /** Of a connectome. */
  public static TypeLinks of(Connectome connectome) {
    return new TypeLinks(connectome.weights(), connectome.types());
  }

  /** [target type] number of connections from the nodes of a type. */
  public long[] from(int source) {
    long[] links = new long[counts.length];
    for (int m = starts[source]; m < starts[source + 1]; m++) {
      int i = members[m];
      for (int e = weights.offsets()[i]; e < weights.offsets()[i + 1]; e++) {
        int j = weights.columns()[e];
        links[types.index()[j]] += i == j ? 0 : 1;
      }
    }
    return links;
  }

  /** Connections over the pairs that could be connected; NaN where there is no such pair. */
  public double density(int source, int target, long links) {
    return links / ((double) counts[source] * (counts[target] - (source == target ? 1 : 0)));
  }

  /**
   * The types with the most nodes, the first of equals, in the order of their numbers; none
   * without.
   */
  public int[] largest(int most) {
    return IntStream.range(0, counts.length)
        .filter(t -> counts[t] > 0)
        .boxed()
        .sorted(Comparator.comparingInt(t -> -counts[t]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** How many types have nodes. */
  public int present() {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  /** [type] number of nodes. */
  public int[] nodes() {
    return Arrays.copyOf(counts, counts.length);
  }
}
