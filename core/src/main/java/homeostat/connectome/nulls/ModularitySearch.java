package homeostat.connectome.nulls;

import homeostat.kernel.Csr;
import java.util.Arrays;

/**
 * Modules of large directed modularity (Leicht &amp; Newman, Physical Review Letters 100, 2008) of
 * the absolute weights: nodes move one by one to the neighbouring module that gains most, until
 * none gains; then modules move as nodes did, and so on (Blondel et al., J. Statistical Mechanics,
 * P10008, 2008). Nodes are taken in their order, and of equal gains the first: nothing is drawn.
 */
final class ModularitySearch {
  private static final double LEAST_GAIN = 1e-12;
  private static final int MOST_ROUNDS = 100;

  private final Edges edges;
  private final double total;
  private final int[] module;
  private final double[] out;
  private final double[] in;
  private final double[] outOf;
  private final double[] into;

  private ModularitySearch(Edges edges, double total) {
    this.edges = edges;
    this.total = total;
    int n = edges.nodes();
    module = new int[n];
    Arrays.setAll(module, node -> node);
    out = new double[n];
    in = new double[n];
    for (int e = 0; e < edges.count(); e++) {
      out[edges.from()[e]] += edges.weight()[e];
      in[edges.to()[e]] += edges.weight()[e];
    }
    outOf = out.clone();
    into = in.clone();
  }

  /** [node] number of its module, from 0 without gaps. */
  static int[] modules(Csr weights) {
    Edges edges = Edges.of(weights);
    double total = 0;
    for (int e = 0; e < edges.count(); e++) {
      edges.weight()[e] = Math.abs(edges.weight()[e]);
      total += edges.weight()[e];
    }
    int[] module = new int[edges.nodes()];
    Arrays.setAll(module, node -> node);
    while (total > 0) {
      ModularitySearch search = new ModularitySearch(edges, total);
      if (!search.moveAll()) {
        break;
      }
      int[] joined = consecutive(search.module);
      Arrays.setAll(module, node -> joined[module[node]]);
      int modules = 1 + Arrays.stream(joined).max().orElse(0);
      Edges outer = new Edges(modules, edges.from(), edges.to(), edges.weight());
      for (int e = 0; e < outer.count(); e++) {
        outer.from()[e] = joined[outer.from()[e]];
        outer.to()[e] = joined[outer.to()[e]];
      }
      edges = outer;
    }
    return module;
  }

  private static int[] consecutive(int[] module) {
    int[] number = new int[module.length];
    Arrays.fill(number, -1);
    int count = 0;
    int[] result = new int[module.length];
    for (int node = 0; node < module.length; node++) {
      if (number[module[node]] < 0) {
        number[module[node]] = count++;
      }
      result[node] = number[module[node]];
    }
    return result;
  }

  private boolean moveAll() {
    int n = edges.nodes();
    int[] first = new int[n + 1];
    for (int e = 0; e < edges.count(); e++) {
      first[edges.from()[e] + 1]++;
      first[edges.to()[e] + 1]++;
    }
    for (int node = 0; node < n; node++) {
      first[node + 1] += first[node];
    }
    int[] touching = new int[2 * edges.count()];
    int[] next = first.clone();
    for (int e = 0; e < edges.count(); e++) {
      touching[next[edges.from()[e]]++] = e;
      touching[next[edges.to()[e]]++] = e;
    }
    double[] shared = new double[n];
    boolean any = false;
    boolean moved = true;
    for (int round = 0; moved && round < MOST_ROUNDS; round++) {
      moved = false;
      for (int node = 0; node < n; node++) {
        moved |= move(node, Arrays.copyOfRange(touching, first[node], first[node + 1]), shared);
      }
      any |= moved;
    }
    return any;
  }

  /** Moves a node where it gains most; {@code shared} is zero before and after. */
  private boolean move(int node, int[] touching, double[] shared) {
    for (int e : touching) {
      if (!edges.isLoop(e)) {
        shared[module[other(e, node)]] += edges.weight()[e];
      }
    }
    int own = module[node];
    outOf[own] -= out[node];
    into[own] -= in[node];
    int best = own;
    double most = gain(node, own, shared) + LEAST_GAIN;
    for (int e : touching) {
      int candidate = module[other(e, node)];
      double gain = gain(node, candidate, shared);
      if (candidate != own && gain > most) {
        most = gain;
        best = candidate;
      }
    }
    for (int e : touching) {
      shared[module[other(e, node)]] = 0;
    }
    module[node] = best;
    outOf[best] += out[node];
    into[best] += in[node];
    return best != own;
  }

  private int other(int e, int node) {
    return edges.from()[e] == node ? edges.to()[e] : edges.from()[e];
  }

  private double gain(int node, int candidate, double[] shared) {
    double expected = (out[node] * into[candidate] + in[node] * outOf[candidate]) / total;
    return (shared[candidate] - expected) / total;
  }
}
