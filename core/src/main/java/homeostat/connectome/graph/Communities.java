package homeostat.connectome.graph;

import java.util.Arrays;

/** How well a partition of the nodes fits a graph. */
public final class Communities {
  private Communities() {}

  /**
   * Directed modularity (Leicht &amp; Newman, Physical Review Letters 100, 2008): the share of the
   * weight within communities, less what the strengths alone would put there, Q = sum over
   * communities of L_c / m - S_out S_in / m^2.
   *
   * @param partition [node] number of its community, 0 and up
   */
  public static double modularity(Graph graph, int[] partition) {
    int communities = 1 + Arrays.stream(partition).max().orElse(0);
    double[] inside = new double[communities];
    double[] out = new double[communities];
    double[] in = new double[communities];
    double total = 0;
    for (int i = 0; i < graph.nodes(); i++) {
      for (int j = 0; j < graph.nodes(); j++) {
        double w = graph.weight(i, j);
        total += w;
        out[partition[i]] += w;
        in[partition[j]] += w;
        inside[partition[i]] += partition[i] == partition[j] ? w : 0;
      }
    }
    double q = 0;
    for (int c = 0; c < communities; c++) {
      q += inside[c] / total - out[c] / total * (in[c] / total);
    }
    return q;
  }

  /**
   * [node] silhouette (Rousseeuw, J. Computational and Applied Mathematics 20, 1987): (b - a) /
   * max(a, b), with a the mean Euclidean distance of a node's outgoing weights to those of its own
   * community and b the smallest mean distance to another. 0 for a node alone in its community.
   */
  public static double[] silhouettes(Graph graph, int[] partition) {
    return silhouettes(distances(graph), partition);
  }

  /**
   * The same from distances that several partitions share.
   *
   * @param distances [node][node] as {@link #distances} gives them, row-major
   */
  public static double[] silhouettes(double[] distances, int[] partition) {
    int n = partition.length;
    int communities = 1 + Arrays.stream(partition).max().orElse(0);
    int[] sizes = new int[communities];
    for (int c : partition) {
      sizes[c]++;
    }
    double[] silhouettes = new double[n];
    for (int i = 0; i < n; i++) {
      double[] sums = new double[communities];
      for (int j = 0; j < n; j++) {
        sums[partition[j]] += distances[i * n + j];
      }
      int own = partition[i];
      double nearest = Double.POSITIVE_INFINITY;
      for (int c = 0; c < communities; c++) {
        if (c != own && sizes[c] > 0) {
          nearest = Math.min(nearest, sums[c] / sizes[c]);
        }
      }
      double within = sums[own] / (sizes[own] - 1);
      silhouettes[i] = sizes[own] == 1 ? 0 : (nearest - within) / Math.max(nearest, within);
    }
    return silhouettes;
  }

  /** [node][node] Euclidean distance of the outgoing weights of two nodes, row-major. */
  public static double[] distances(Graph graph) {
    int n = graph.nodes();
    double[] weights = graph.weights();
    double[] distances = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          double gap = weights[i * n + k] - weights[j * n + k];
          sum += gap * gap;
        }
        distances[i * n + j] = Math.sqrt(sum);
        distances[j * n + i] = distances[i * n + j];
      }
    }
    return distances;
  }

  /**
   * Correlation, over the connections, of the sender's out-degree with the receiver's in-degree
   * (Newman, Physical Review E 67, 2003).
   */
  public static double assortativity(Graph graph) {
    int[] out = graph.outDegrees();
    int[] in = graph.inDegrees();
    double count = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < graph.nodes(); i++) {
      for (int j = 0; j < graph.nodes(); j++) {
        if (graph.joined(i, j)) {
          count++;
          x += out[i];
          y += in[j];
          xx += (double) out[i] * out[i];
          yy += (double) in[j] * in[j];
          xy += (double) out[i] * in[j];
        }
      }
    }
    double covariance = xy / count - x / count * (y / count);
    double variances =
        (xx / count - x / count * (x / count)) * (yy / count - y / count * (y / count));
    return covariance / Math.sqrt(variances);
  }
}
