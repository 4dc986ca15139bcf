package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * The directed configuration model (Molloy &amp; Reed, Random Structures and Algorithms 6, 1995;
 * Newman, Strogatz &amp; Watts, Physical Review E 64, 2001): a graph drawn afresh with the in- and
 * out-degrees of the original. Ends of connections are paired at random; a pair that would repeat
 * one or join a node to itself exchanges its receiver with a random other pair, so that all degrees
 * stay exact and graphs are only nearly equally likely. Of more than half of all pairs, those
 * without a connection are drawn so. Where no exchange is left in any of some attempts (in tiny or
 * nearly full graphs), connections are swapped as {@link DegreePreserving} does instead, and the
 * provenance says so. Weights are in random order: strengths, what each node sends, reciprocity and
 * modules are lost. Self-loops are left where they are.
 */
public record Configuration() implements NullModel {
  private static final int ATTEMPTS = 10;
  private static final int TRIES = 200;

  @Override
  public String name() {
    return "configuration";
  }

  @Override
  public String keeps() {
    return "in-degrees, out-degrees, the weights as a whole, self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Edges edges = Edges.of(original.weights());
    int[] movable = edges.withoutLoops();
    long n = edges.nodes();
    boolean dense = movable.length > n * (n - 1) / 2;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Draws draws = stream.at(attempt).draws();
      Places places = dense ? without(edges, movable) : at(edges, movable);
      if (pair(places, draws)) {
        (dense ? others(places, edges.nodes(), movable.length) : places).take(edges, movable);
        edges.shuffleWeights(movable, draws);
        return edges.in(original, this);
      }
    }
    Edges swapped =
        Edges.of(
            new DegreePreserving(DegreePreserving.USUAL_SWAPS).draw(original, stream).weights());
    swapped.shuffleWeights(swapped.withoutLoops(), stream.at(ATTEMPTS).draws());
    Connectome drawn = swapped.in(original, this);
    return drawn.withWeights(
        drawn.weights(),
        drawn
            .provenance()
            .note("connections swapped, as none could be paired afresh", movable.length));
  }

  private static Places at(Edges edges, int[] movable) {
    return new Places(
        Arrays.stream(movable).map(e -> edges.from()[e]).toArray(),
        Arrays.stream(movable).map(e -> edges.to()[e]).toArray());
  }

  /** The pairs of different nodes that are not connected. */
  private static Places without(Edges edges, int[] movable) {
    return others(at(edges, movable), edges.nodes(), -1);
  }

  /** All other pairs of different nodes; {@code count} of them, where it is known. */
  private static Places others(Places places, int n, int count) {
    EdgeSet taken = new EdgeSet(places.from().length);
    for (int k = 0; k < places.from().length; k++) {
      taken.add(places.from()[k], places.to()[k]);
    }
    int free = count < 0 ? n * (n - 1) - places.from().length : count;
    Places others = new Places(new int[free], new int[free]);
    int k = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (a != b && !taken.contains(a, b)) {
          others.from()[k] = a;
          others.to()[k++] = b;
        }
      }
    }
    return others;
  }

  /** Pairs the ends anew; whether that could be done. */
  private static boolean pair(Places places, Draws draws) {
    int[] from = places.from();
    int[] to = places.to();
    draws.shuffle(to);
    EdgeSet present = new EdgeSet(from.length);
    boolean[] settled = new boolean[from.length];
    for (int e = 0; e < from.length; e++) {
      settled[e] = from[e] != to[e] && !present.contains(from[e], to[e]);
      if (settled[e]) {
        present.add(from[e], to[e]);
      }
    }
    for (int e = 0; e < from.length; e++) {
      for (int tries = 0; !settled[e]; tries++) {
        if (tries == TRIES + from.length) {
          return false;
        }
        // at random first, and then every other pair in turn
        int f = tries < TRIES ? draws.integer(from.length) : tries - TRIES;
        settled[e] = settled[f] && exchange(from, to, present, e, f);
      }
    }
    return true;
  }

  /** Exchanges the receivers of a pair that is none yet and one that is, if both may be. */
  private static boolean exchange(int[] from, int[] to, EdgeSet present, int e, int f) {
    int a = from[e];
    int b = to[e];
    int c = from[f];
    int d = to[f];
    if (a == d || c == b || a == c || present.contains(a, d) || present.contains(c, b)) {
      return false;
    }
    present.remove(c, d);
    present.add(a, d);
    present.add(c, b);
    to[e] = d;
    to[f] = b;
    return true;
  }
}
