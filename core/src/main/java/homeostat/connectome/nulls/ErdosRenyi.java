package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * As many connections, placed uniformly over the pairs of different nodes, with the original
 * weights in random order. Self-loops are left where they are.
 */
public record ErdosRenyi() implements NullModel {

  @Override
  public String name() {
    return "erdos_renyi";
  }

  @Override
  public String keeps() {
    return "the number of connections, the weights as a whole, self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Edges edges = Edges.of(original.weights());
    int[] movable = edges.withoutLoops();
    Draws draws = stream.draws();
    int n = edges.nodes();
    long pairs = (long) n * (n - 1);
    // of a dense graph the pairs without a connection are drawn: rejection stays rare
    boolean dense = movable.length > pairs / 2;
    int drawn = dense ? Math.toIntExact(pairs - movable.length) : movable.length;
    EdgeSet chosen = new EdgeSet(drawn);
    int[] from = new int[drawn];
    int[] to = new int[drawn];
    for (int k = 0; k < drawn; ) {
      int a = draws.integer(n);
      int b = draws.integer(n - 1);
      b += b >= a ? 1 : 0;
      if (!chosen.contains(a, b)) {
        chosen.add(a, b);
        from[k] = a;
        to[k++] = b;
      }
    }
    if (dense) {
      int k = 0;
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          if (a != b && !chosen.contains(a, b)) {
            edges.from()[movable[k]] = a;
            edges.to()[movable[k++]] = b;
          }
        }
      }
    } else {
      for (int k = 0; k < drawn; k++) {
        edges.from()[movable[k]] = from[k];
        edges.to()[movable[k]] = to[k];
      }
    }
    edges.shuffleWeights(movable, draws);
    return edges.in(original, this);
  }
}
