package homeostat.connectome.graph;

import homeostat.kernel.Csr;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A weighted, directed graph.
 *
 * @param nodes number N of nodes
 * @param weights [sender][receiver], row-major
 */
public record Graph(int nodes, double[] weights) {

  /** Checks the size. */
  public Graph {
    if (weights.length != nodes * nodes) {
      throw new IllegalArgumentException(weights.length + " weights for " + nodes + " nodes");
    }
  }

  /** The graph of sparse wiring. */
  public static Graph of(Csr wiring) {
    int n = wiring.rows();
    double[] weights = new double[Math.multiplyExact(n, n)];
    int[] rows = wiring.rowOfEntry();
    for (int e = 0; e < wiring.entries(); e++) {
      weights[rows[e] * n + wiring.columns()[e]] = wiring.values()[e];
    }
    return new Graph(n, weights);
  }

  /** Whether there is a connection. */
  public boolean joined(int sender, int receiver) {
    return weights[sender * nodes + receiver] != 0;
  }

  /** The weight of a connection, 0 where there is none. */
  public double weight(int sender, int receiver) {
    return weights[sender * nodes + receiver];
  }

  /** The nodes that a node sends to, ascending, itself left out. */
  public int[] receivers(int sender) {
    return IntStream.range(0, nodes).filter(w -> w != sender && joined(sender, w)).toArray();
  }

  /** The nodes that send to a node, ascending, itself left out. */
  public int[] senders(int receiver) {
    return IntStream.range(0, nodes).filter(v -> v != receiver && joined(v, receiver)).toArray();
  }

  /** Connections without self-loops over N (N - 1). */
  public double density() {
    return links() / ((double) nodes * (nodes - 1));
  }

  /** Share of the connections without self-loops whose reverse exists; NaN without any. */
  public double reciprocity() {
    int mutual = 0;
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        mutual += i != j && joined(i, j) && joined(j, i) ? 1 : 0;
      }
    }
    return mutual / (double) links();
  }

  private int links() {
    int links = 0;
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        links += i != j && joined(i, j) ? 1 : 0;
      }
    }
    return links;
  }

  /** Every connection has the weight 1. */
  public Graph binary() {
    return new Graph(nodes, Arrays.stream(weights).map(w -> w == 0 ? 0 : 1).toArray());
  }

  /** [node] number of receivers. */
  public int[] outDegrees() {
    return degrees(true);
  }

  /** [node] number of senders. */
  public int[] inDegrees() {
    return degrees(false);
  }

  private int[] degrees(boolean out) {
    int[] degrees = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        degrees[out ? i : j] += joined(i, j) ? 1 : 0;
      }
    }
    return degrees;
  }

  /** [node] sum of the outgoing weights. */
  public double[] outStrengths() {
    return strengths(true);
  }

  /** [node] sum of the incoming weights. */
  public double[] inStrengths() {
    return strengths(false);
  }

  private double[] strengths(boolean out) {
    double[] strengths = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        strengths[out ? i : j] += weight(i, j);
      }
    }
    return strengths;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Graph that
        && nodes == that.nodes
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "Graph[" + nodes + " nodes]";
  }
}
