package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * Rewiring with exact degrees and reciprocity: each node keeps its in-degree, its out-degree and
 * the number of nodes that it is joined to both ways (Maslov &amp; Sneppen, Science 296, 2002, with
 * reciprocal links apart; Garlaschelli &amp; Loffredo, Physical Review Letters 93, 2004, on why
 * they matter). Of two nodes a and c, and b and d, the links a-b and c-d, alike in directions,
 * change places with a-d and c-b, alike too: pairs joined both ways, one way, or not at all. The
 * weights that each node sends stay its own, so that weights alike in both directions become
 * unlike. Modules, motifs of three nodes and in-strengths are lost. The turning of a circle of
 * three one-way connections is not among the moves. Self-loops are left where they are.
 *
 * @param swapsPerConnection attempted swaps for each connection
 */
public record ReciprocityPreserving(double swapsPerConnection) implements NullModel {

  /** Checks the number of swaps. */
  public ReciprocityPreserving {
    Edges.checkSwaps(swapsPerConnection);
  }

  @Override
  public String name() {
    return "reciprocity_preserving";
  }

  @Override
  public String keeps() {
    return "in-degrees, out-degrees, reciprocal pairs of each node, the weights each node sends,"
        + " self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Edges edges = Edges.of(original.weights());
    EdgeSet present = edges.present();
    int[] first = original.weights().offsets();
    int[] movable = edges.withoutLoops();
    if (movable.length > 1) {
      Draws draws = stream.draws();
      long attempts = Math.round(swapsPerConnection * movable.length);
      for (long k = 0; k < attempts; k++) {
        int e = movable[draws.integer(movable.length)];
        int f = movable[draws.integer(movable.length)];
        int a = edges.from()[e];
        int b = edges.to()[e];
        int c = edges.from()[f];
        int d = edges.to()[f];
        if (a != c && b != d && a != d && b != c && exchangeable(present, a, b, c, d)) {
          redirect(edges, present, first, a, b, d);
          redirect(edges, present, first, c, d, b);
          redirect(edges, present, first, b, a, c);
          redirect(edges, present, first, d, c, a);
        }
      }
    }
    return edges.swappedIn(original, this);
  }

  private static boolean exchangeable(EdgeSet present, int a, int b, int c, int d) {
    boolean bothWays = present.contains(b, a);
    boolean there = present.contains(a, d);
    boolean back = present.contains(d, a);
    return bothWays == present.contains(d, c)
        && there == present.contains(c, b)
        && back == present.contains(b, c)
        && !(there && back == bothWays);
  }

  /** Where a node sends to one of two, it sends to the other instead. */
  private static void redirect(
      Edges edges, EdgeSet present, int[] first, int node, int one, int other) {
    boolean toOne = present.contains(node, one);
    if (toOne == present.contains(node, other)) {
      return;
    }
    int old = toOne ? one : other;
    int e = first[node];
    while (edges.to()[e] != old) {
      e++;
    }
    edges.to()[e] = toOne ? other : one;
    present.remove(node, old);
    present.add(node, edges.to()[e]);
  }
}
