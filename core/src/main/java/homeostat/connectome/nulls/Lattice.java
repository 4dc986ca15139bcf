package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * As many connections on a ring of the nodes in their order, the shortest first: each node is
 * joined to its neighbours on both sides, then to the next but one, and so on; which of the pairs
 * at the last distance are joined is random. Weights in random order; self-loops are left where
 * they are.
 */
public record Lattice() implements NullModel {

  @Override
  public String name() {
    return "lattice";
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
    int placed = 0;
    for (int distance = 1; placed < movable.length; distance++) {
      // halfway round the ring both directions meet
      int sides = 2 * distance == n ? 1 : 2;
      int[] ring = draws.permutation(sides * n);
      for (int k = 0; k < ring.length && placed < movable.length; k++) {
        int a = ring[k] % n;
        int step = ring[k] < n ? distance : n - distance;
        edges.from()[movable[placed]] = a;
        edges.to()[movable[placed++]] = (a + step) % n;
      }
    }
    edges.shuffleWeights(movable, draws);
    return edges.in(original, this);
  }
}
