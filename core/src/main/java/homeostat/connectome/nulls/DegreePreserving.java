package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * Directed rewiring with exact degrees (Maslov &amp; Sneppen, Science 296, 2002): two random
 * connections a to b and c to d become a to d and c to b, unless one of these exists or would join
 * a node to itself. The weight stays with the sender's connection, so that the weights that each
 * node sends are kept too. Self-loops are left where they are.
 *
 * @param swapsPerConnection attempted swaps for each connection
 */
public record DegreePreserving(double swapsPerConnection) implements NullModel {
  /** Enough attempts to forget the original in all but the densest wiring. */
  public static final double USUAL_SWAPS = 10;

  /** Checks the number of swaps. */
  public DegreePreserving {
    Edges.checkSwaps(swapsPerConnection);
  }

  @Override
  public String name() {
    return "degree_preserving";
  }

  @Override
  public String keeps() {
    return "in-degrees, out-degrees, the weights each node sends, self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Edges edges = Edges.of(original.weights());
    EdgeSet present = edges.present();
    int[] movable = edges.withoutLoops();
    if (movable.length > 1) {
      Draws draws = stream.draws();
      long attempts = Math.round(swapsPerConnection * movable.length);
      for (long k = 0; k < attempts; k++) {
        int e = movable[draws.integer(movable.length)];
        int f = movable[draws.integer(movable.length)];
        if (edges.exchangeable(present, e, f)) {
          edges.exchange(present, e, f);
        }
      }
    }
    return edges.in(original, this);
  }
}
