package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.connectome.Positions;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * Rewiring with exact degrees and nearly the lengths of connections (as Betzel &amp; Bassett, PNAS
 * 115, 2018): two connections a to b and c to d become a to d and c to b where the two new lengths
 * fall into the bins of the old ones, so that the histogram of lengths is exact and each length is
 * kept within the width of a bin. Bins divide 0 to the longest connection evenly. The weight stays
 * with the sender's connection. Modules beyond those of space, reciprocity and in-strengths are
 * lost. Self-loops are left where they are.
 *
 * @param bins number of bins of length
 * @param swapsPerConnection attempted swaps for each connection
 */
public record GeometryPreserving(int bins, double swapsPerConnection) implements NullModel {
  /** Lengths within 5 % of the longest. */
  public static final int USUAL_BINS = 20;

  /** Checks the numbers. */
  public GeometryPreserving {
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be 1 or more: " + bins);
    }
    Edges.checkSwaps(swapsPerConnection);
  }

  @Override
  public String name() {
    return "geometry_preserving";
  }

  @Override
  public String keeps() {
    return "in-degrees, out-degrees, the histogram of lengths, the weights each node sends,"
        + " self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Positions positions =
        original
            .positions()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "geometry_preserving needs to know where the nodes are, and no positions are"
                        + " known; give an NPZ file with positions [node][3], or choose"
                        + " degree_preserving"));
    Edges edges = Edges.of(original.weights());
    EdgeSet present = edges.present();
    int[] movable = edges.withoutLoops();
    double longest = 0;
    for (int e : movable) {
      longest = Math.max(longest, positions.distance(edges.from()[e], edges.to()[e]));
    }
    Draws draws = stream.draws();
    long attempts = movable.length > 1 ? Math.round(swapsPerConnection * movable.length) : 0;
    for (long k = 0; k < attempts; k++) {
      int e = movable[draws.integer(movable.length)];
      int f = movable[draws.integer(movable.length)];
      if (!edges.exchangeable(present, e, f)) {
        continue;
      }
      int a = edges.from()[e];
      int b = edges.to()[e];
      int c = edges.from()[f];
      int d = edges.to()[f];
      long one = bin(positions, a, b, longest);
      long two = bin(positions, c, d, longest);
      long three = bin(positions, a, d, longest);
      long four = bin(positions, c, b, longest);
      if (Math.min(one, two) == Math.min(three, four)
          && Math.max(one, two) == Math.max(three, four)) {
        edges.exchange(present, e, f);
      }
    }
    return edges.swappedIn(original, this);
  }

  /** The bin of a length; longer ones than any connection are in one of their own. */
  private long bin(Positions positions, int a, int b, double longest) {
    double distance = positions.distance(a, b);
    return distance > longest
        ? bins
        : Math.min(bins - 1L, longest == 0 ? 0 : (long) (distance / longest * bins));
  }
}
