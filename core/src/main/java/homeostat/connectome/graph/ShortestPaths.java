package homeostat.connectome.graph;

import java.util.Arrays;

/**
 * Shortest paths, counted in connections whatever their weights (breadth-first search from every
 * node), and what follows from them.
 *
 * @param nodes number N of nodes
 * @param hops [sender][receiver] connections on the shortest path, row-major; -1 where there is
 *     none
 * @param betweenness [node] share of the shortest paths between other nodes that lead through the
 *     node, summed over the ordered pairs (Brandes, J. Math. Sociology 25, 2001)
 */
public record ShortestPaths(int nodes, int[] hops, double[] betweenness) {

  /** The shortest paths of a graph. */
  public static ShortestPaths of(Graph graph) {
    int n = graph.nodes();
    int[] hops = new int[n * n];
    double[] through = new double[n];
    int[][] receivers = new int[n][];
    int[][] senders = new int[n][];
    for (int v = 0; v < n; v++) {
      receivers[v] = graph.receivers(v);
      senders[v] = graph.senders(v);
    }
    for (int source = 0; source < n; source++) {
      from(source, receivers, senders, hops, through);
    }
    return new ShortestPaths(n, hops, through);
  }

  private static void from(
      int source, int[][] receivers, int[][] senders, int[] hops, double[] through) {
    int n = through.length;
    int base = source * n;
    Arrays.fill(hops, base, base + n, -1);
    double[] paths = new double[n];
    int[] order = new int[n];
    int found = 1;
    order[0] = source;
    hops[base + source] = 0;
    paths[source] = 1;
    for (int k = 0; k < found; k++) {
      int v = order[k];
      if (found == n && hops[base + v] == hops[base + order[n - 1]]) {
        break; // all are found, and nothing lies behind the furthest
      }
      for (int w : receivers[v]) {
        if (hops[base + w] < 0) {
          hops[base + w] = hops[base + v] + 1;
          order[found++] = w;
        }
        if (hops[base + w] == hops[base + v] + 1) {
          paths[w] += paths[v];
        }
      }
    }
    double[] dependency = new double[n];
    for (int k = found - 1; k > 0; k--) {
      int w = order[k];
      through[w] += dependency[w];
      if (hops[base + w] == 1) {
        continue; // straight from the source, which is between nothing of its own
      }
      for (int v : senders[w]) {
        if (hops[base + v] == hops[base + w] - 1 && paths[v] > 0) {
          dependency[v] += paths[v] / paths[w] * (1 + dependency[w]);
        }
      }
    }
  }

  /** Mean over the ordered pairs with a path between them; NaN without any. */
  public double meanHops() {
    return Arrays.stream(hops).filter(h -> h > 0).average().orElse(Double.NaN);
  }

  /** Mean of 1 / hops over all ordered pairs, 0 where there is no path. */
  public double globalEfficiency() {
    double sum = Arrays.stream(hops).filter(h -> h > 0).mapToDouble(h -> 1.0 / h).sum();
    return sum / ((double) nodes * (nodes - 1));
  }
}
