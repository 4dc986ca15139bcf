package homeostat.connectome.graph;

import java.util.Arrays;

/**
 * The directed clustering coefficient of Fagiolo (Physical Review E 76, 2007): the share of the
 * directed triangles around a node that exist, C_i = (A + A')^3_ii / (2 (d_i (d_i - 1) - 2 b_i)),
 * with d_i in- and out-degree together and b_i the mutual connections. Self-loops do not count.
 */
public final class Clustering {
  private Clustering() {}

  /** [node] by connections alone. */
  public static double[] binary(Graph graph) {
    return coefficients(graph, Arrays.stream(graph.weights()).map(w -> w == 0 ? 0 : 1).toArray());
  }

  /** [node] a triangle counts as the geometric mean of its weights over the largest weight. */
  public static double[] weighted(Graph graph) {
    double largest = Arrays.stream(graph.weights()).map(Math::abs).max().orElse(1);
    return coefficients(
        graph, Arrays.stream(graph.weights()).map(w -> StrictMath.cbrt(w / largest)).toArray());
  }

  private static double[] coefficients(Graph graph, double[] strength) {
    int n = graph.nodes();
    double[] both = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        both[i * n + j] = i == j ? 0 : strength[i * n + j] + strength[j * n + i];
      }
    }
    double[] coefficients = new double[n];
    for (int i = 0; i < n; i++) {
      double triangles = 0;
      int degree = 0;
      int mutual = 0;
      for (int j = 0; j < n; j++) {
        if (j == i) {
          continue;
        }
        degree += (graph.joined(i, j) ? 1 : 0) + (graph.joined(j, i) ? 1 : 0);
        mutual += graph.joined(i, j) && graph.joined(j, i) ? 1 : 0;
        if (both[i * n + j] == 0) {
          continue;
        }
        double closed = 0;
        for (int k = 0; k < n; k++) {
          closed += both[j * n + k] * both[k * n + i];
        }
        triangles += both[i * n + j] * closed;
      }
      double possible = 2 * ((double) degree * (degree - 1) - 2.0 * mutual);
      coefficients[i] = triangles == 0 ? 0 : triangles / possible;
    }
    return coefficients;
  }
}
