package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * A small world (Watts &amp; Strogatz, Nature 393, 1998, directed): the ring of {@link Lattice}, of
 * which each connection, with a given probability, gets another receiver, drawn uniformly from the
 * nodes that its sender does not contact yet. Probability 0 gives the lattice, 1 a graph at random
 * whose out-degrees are those of the lattice. Weights are in random order; degrees, modules,
 * reciprocity and strengths of the original are lost. Self-loops are left where they are.
 *
 * @param probability that a connection is rewired, 0 to 1
 */
public record WattsStrogatz(double probability) implements NullModel {
  /** What users call it. */
  public static final String NAME = "watts_strogatz";

  /** Paths are short already, and most neighbours are still joined to each other. */
  public static final double USUAL_PROBABILITY = 0.1;

  /** Checks the probability. */
  public WattsStrogatz {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be 0 to 1: " + probability);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String keeps() {
    return "the number of connections, the weights as a whole, self-loops";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Connectome ring = new Lattice().draw(original, stream);
    Edges edges = Edges.of(ring.weights());
    EdgeSet present = edges.present();
    int n = edges.nodes();
    int[] contacts = new int[n];
    int[] movable = edges.withoutLoops();
    for (int e : movable) {
      contacts[edges.from()[e]]++;
    }
    Draws draws = stream.at(1).draws();
    for (int e : movable) {
      int from = edges.from()[e];
      if (draws.bernoulli(probability) && contacts[from] < n - 1) {
        int to = draws.integer(n);
        while (to == from || present.contains(from, to)) {
          to = draws.integer(n);
        }
        present.remove(from, edges.to()[e]);
        present.add(from, to);
        edges.to()[e] = to;
      }
    }
    return edges.in(original, this);
  }
}
