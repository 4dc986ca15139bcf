package homeostat.connectome.nulls;

import homeostat.kernel.Draws;

/**
 * Different pairs of nodes, drawn uniformly.
 *
 * @param from [pair] sender
 * @param to [pair] receiver
 */
record Places(int[] from, int[] to) {

  /**
   * Draws pairs of a sender and a receiver, no node with itself.
   *
   * @param senders nodes
   * @param receivers the same nodes in the same order, or nodes none of which sends
   * @param same whether they are the same
   * @param count at most the number of such pairs
   */
  static Places draw(int[] senders, int[] receivers, boolean same, int count, Draws draws) {
    int rows = senders.length;
    int columns = receivers.length - (same ? 1 : 0);
    long pairs = (long) rows * columns;
    // of a dense block the pairs that stay free are drawn: rejection stays rare
    boolean dense = count > pairs / 2;
    int drawn = dense ? Math.toIntExact(pairs - count) : count;
    EdgeSet chosen = new EdgeSet(drawn);
    Places places = new Places(new int[count], new int[count]);
    for (int k = 0; k < drawn; ) {
      int a = draws.integer(rows);
      int b = draws.integer(columns);
      b += same && b >= a ? 1 : 0;
      if (!chosen.contains(a, b)) {
        chosen.add(a, b);
        if (!dense) {
          places.from[k] = senders[a];
          places.to[k] = receivers[b];
        }
        k++;
      }
    }
    if (dense) {
      places.fillWithout(chosen, senders, receivers, same);
    }
    return places;
  }

  private void fillWithout(EdgeSet free, int[] senders, int[] receivers, boolean same) {
    int k = 0;
    for (int a = 0; a < senders.length; a++) {
      for (int b = 0; b < receivers.length; b++) {
        if (!(same && a == b) && !free.contains(a, b)) {
          from[k] = senders[a];
          to[k++] = receivers[b];
        }
      }
    }
  }

  /** Puts connections at these places, one each. */
  void take(Edges edges, int[] connections) {
    for (int k = 0; k < connections.length; k++) {
      edges.from()[connections[k]] = from[k];
      edges.to()[connections[k]] = to[k];
    }
  }
}
