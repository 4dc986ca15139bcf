package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;

/**
 * Connections as three columns, in which receivers may be out of order.
 *
 * @param nodes number N of nodes
 * @param from [connection] sender
 * @param to [connection] receiver
 * @param weight [connection]
 */
record Edges(int nodes, int[] from, int[] to, float[] weight) {

  static Edges of(Csr wiring) {
    return new Edges(
        wiring.rows(), wiring.rowOfEntry(), wiring.columns().clone(), wiring.values().clone());
  }

  int count() {
    return from.length;
  }

  boolean isLoop(int edge) {
    return from[edge] == to[edge];
  }

  /** Numbers of the connections that are no self-loops. */
  int[] withoutLoops() {
    int[] all = new int[count()];
    int size = 0;
    for (int e = 0; e < count(); e++) {
      if (!isLoop(e)) {
        all[size++] = e;
      }
    }
    return java.util.Arrays.copyOf(all, size);
  }

  /** The pairs that are connected. */
  EdgeSet present() {
    EdgeSet present = new EdgeSet(count());
    for (int e = 0; e < count(); e++) {
      present.add(from[e], to[e]);
    }
    return present;
  }

  /** Checks how often each connection is tried. */
  static void checkSwaps(double swapsPerConnection) {
    if (!(swapsPerConnection > 0)) {
      throw new IllegalArgumentException("swaps per connection must be > 0: " + swapsPerConnection);
    }
  }

  /** Whether two connections can exchange their receivers without a self-loop or a double. */
  boolean exchangeable(EdgeSet present, int e, int f) {
    return from[e] != to[f]
        && from[f] != to[e]
        && !present.contains(from[e], to[f])
        && !present.contains(from[f], to[e]);
  }

  /** Exchanges the receivers of two connections that are {@link #exchangeable}. */
  void exchange(EdgeSet present, int e, int f) {
    present.remove(from[e], to[e]);
    present.remove(from[f], to[f]);
    int held = to[e];
    to[e] = to[f];
    to[f] = held;
    present.add(from[e], to[e]);
    present.add(from[f], to[f]);
  }

  /** The sorted matrix: two stable counting sorts, by receiver and then by sender. */
  Csr toCsr() {
    int[] order = order(from, order(to, identity(count())));
    int[] offsets = new int[nodes + 1];
    int[] columns = new int[count()];
    float[] values = new float[count()];
    for (int k = 0; k < order.length; k++) {
      columns[k] = to[order[k]];
      values[k] = weight[order[k]];
      offsets[from[order[k]] + 1] = k + 1;
    }
    for (int i = 0; i < nodes; i++) {
      offsets[i + 1] = Math.max(offsets[i + 1], offsets[i]);
    }
    return new Csr(nodes, nodes, offsets, columns, values);
  }

  private int[] order(int[] key, int[] earlier) {
    int[] next = new int[nodes + 1];
    for (int k : key) {
      next[k + 1]++;
    }
    for (int i = 0; i < nodes; i++) {
      next[i + 1] += next[i];
    }
    int[] order = new int[key.length];
    for (int e : earlier) {
      order[next[key[e]]++] = e;
    }
    return order;
  }

  private static int[] identity(int n) {
    int[] all = new int[n];
    java.util.Arrays.setAll(all, i -> i);
    return all;
  }

  /** Shuffles the weights of some connections among these (Fisher and Yates). */
  void shuffleWeights(int[] some, Draws draws) {
    for (int k = some.length - 1; k > 0; k--) {
      int other = draws.integer(k + 1);
      float held = weight[some[k]];
      weight[some[k]] = weight[some[other]];
      weight[some[other]] = held;
    }
  }

  /** The connectome with these connections instead of its own. */
  Connectome in(Connectome original, NullModel model) {
    Provenance provenance =
        original
            .provenance()
            .note("null model " + model.name() + ": kept " + model.keeps(), count());
    return original.withWeights(toCsr(), provenance);
  }

  /** The same, and how many connections are where they were; a warning if all are. */
  Connectome swappedIn(Connectome original, NullModel model) {
    EdgeSet before = of(original.weights()).present();
    long same = 0;
    for (int e = 0; e < count(); e++) {
      same += before.contains(from[e], to[e]) ? 1 : 0;
    }
    Connectome drawn = in(original, model);
    String told = "connections that are where they were";
    Provenance kept = drawn.provenance();
    return drawn.withWeights(
        drawn.weights(), same == count() ? kept.warn(told, same) : kept.note(told, same));
  }
}
