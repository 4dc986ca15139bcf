package homeostat.connectome.nulls;

import homeostat.connectome.Connectome;
import homeostat.connectome.Provenance;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * Rewiring with exact degrees and then, nearly, the strengths: the connections are those of {@link
 * DegreePreserving}, with which each node still sends the weights it sent; the weights of each
 * sender then change places among its receivers by simulated annealing (as Misic et al., Neuron 86,
 * 2015), until every node receives as much as before. In- and out-degrees and out-strengths are
 * exact, in-strengths as near as the weights allow: the provenance tells the largest error that is
 * left.
 */
public record StrengthPreserving() implements NullModel {
  /** Exchanges that are tried at each temperature, for each connection. */
  private static final int TRIED = 4;

  /** Percent of the mean in-strength beyond which the error is a warning. */
  private static final long TELLING = 10;

  private static final int TEMPERATURES = 40;
  private static final double COOLING = 0.7;

  @Override
  public String name() {
    return "strength_preserving";
  }

  @Override
  public String keeps() {
    return "in-degrees, out-degrees, the weights each node sends, self-loops; in-strengths nearly";
  }

  @Override
  public Connectome draw(Connectome original, Stream stream) {
    Connectome rewired = new DegreePreserving(DegreePreserving.USUAL_SWAPS).draw(original, stream);
    Edges edges = Edges.of(rewired.weights());
    double[] due = received(Edges.of(original.weights()));
    double[] excess = received(edges);
    Arrays.setAll(excess, node -> excess[node] - due[node]);
    anneal(edges, excess, stream.at(1).draws());
    double largest = Arrays.stream(excess).map(Math::abs).max().orElse(0);
    double usual = Arrays.stream(due).map(Math::abs).average().orElse(0);
    Provenance kept =
        original.provenance().note("null model " + name() + ": kept " + keeps(), edges.count());
    String left = "largest error of an in-strength, in % of the mean one";
    long percent = usual == 0 ? 0 : (long) Math.ceil(100 * largest / usual);
    return original.withWeights(
        edges.toCsr(), percent > TELLING ? kept.warn(left, percent) : kept.note(left, percent));
  }

  /** [node] sum of the weights that it receives. */
  private static double[] received(Edges edges) {
    double[] sums = new double[edges.nodes()];
    for (int e = 0; e < edges.count(); e++) {
      sums[edges.to()[e]] += edges.weight()[e];
    }
    return sums;
  }

  /** Lessens the sum of the squares of what nodes receive in excess; connections are by sender. */
  private static void anneal(Edges edges, double[] excess, Draws draws) {
    int[] movable = edges.withoutLoops();
    int[] first = new int[edges.nodes() + 1];
    for (int e : movable) {
      first[edges.from()[e] + 1]++;
    }
    for (int node = 0; node < edges.nodes(); node++) {
      first[node + 1] += first[node];
    }
    double temperature = Arrays.stream(excess).map(x -> x * x).sum() / movable.length;
    for (int t = 0; t <= TEMPERATURES; t++) {
      // the last round only takes what is better
      double heat = t == TEMPERATURES ? 0 : temperature;
      for (long k = 0; k < (long) TRIED * movable.length; k++) {
        int e = movable[draws.integer(movable.length)];
        int from = edges.from()[e];
        int f = movable[first[from] + draws.integer(first[from + 1] - first[from])];
        exchange(edges, excess, e, f, heat, draws);
      }
      temperature *= COOLING;
    }
  }

  private static void exchange(
      Edges edges, double[] excess, int e, int f, double heat, Draws draws) {
    int gains = edges.to()[e];
    int loses = edges.to()[f];
    double more = (double) edges.weight()[f] - edges.weight()[e];
    if (gains == loses || more == 0) {
      return;
    }
    // (x + m)^2 + (y - m)^2 - x^2 - y^2
    double change = 2 * more * (excess[gains] - excess[loses] + more);
    if (change > 0 && (heat == 0 || draws.uniform() >= StrictMath.exp(-change / heat))) {
      return;
    }
    float held = edges.weight()[e];
    edges.weight()[e] = edges.weight()[f];
    edges.weight()[f] = held;
    excess[gains] += more;
    excess[loses] -= more;
  }
}
