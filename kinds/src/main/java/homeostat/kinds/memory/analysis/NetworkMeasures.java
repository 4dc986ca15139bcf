package homeostat.kinds.memory.analysis;

import homeostat.connectome.graph.Clustering;
import homeostat.connectome.graph.Communities;
import homeostat.connectome.graph.Graph;
import homeostat.connectome.graph.ShortestPaths;
import homeostat.connectome.measure.Components;
import homeostat.kernel.Csr;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the recurrent weights of a network look like as a graph: measures by name, in a fixed order.
 * Strengths, clustering and modularity take absolute weights.
 *
 * <p>{@code homophily} is the correlation, over the connections and weighted by their absolute
 * weight, of the weight with the similarity of the profiles (all weights sent and received) of the
 * two units. {@code silhouette_k} is the mean silhouette of k clusters of the rows.
 *
 * @param values by name
 */
public record NetworkMeasures(Map<String, Double> values) {
  private static final int MOST_CLUSTERS = 5;

  /** Keeps the order. */
  public NetworkMeasures {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Measures a network.
   *
   * @param weights [receiver][sender], row-major; 0 where there is no connection
   * @param regionOf [unit] region, or empty where there are none
   * @param stream where clusters begin
   */
  public static NetworkMeasures of(float[] weights, int units, int[] regionOf, Stream stream) {
    double[] sent = new double[weights.length];
    double[] strength = new double[weights.length];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < units; j++) {
        sent[j * units + i] = weights[i * units + j];
        strength[j * units + i] = Math.abs(weights[i * units + j]);
      }
    }
    Graph signed = new Graph(units, sent);
    Graph graph = new Graph(units, strength);
    ShortestPaths paths = ShortestPaths.of(graph);
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("density", graph.density());
    all.put("reciprocity", graph.reciprocity());
    all.put("clustering", mean(Clustering.binary(graph)));
    all.put("weighted_clustering", mean(Clustering.weighted(graph)));
    all.put("mean_hops", paths.meanHops());
    all.put("efficiency", paths.globalEfficiency());
    all.put("assortativity", Communities.assortativity(graph));
    if (regionOf.length > 0) {
      all.put("modularity_of_regions", Communities.modularity(graph, regionOf));
    }
    all.put("strong_components", (double) Components.strong(Csr.nonZero(units, weights)).count());
    all.put("homophily", homophily(signed));
    double[] distances = Communities.distances(signed);
    double[][] rows = new double[units][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(sent, i * units, (i + 1) * units));
    for (int k = 2; k <= Math.min(MOST_CLUSTERS, units - 1); k++) {
      int[] found = Clusters.of(rows, k, stream.at(k));
      all.put("silhouette_" + k, mean(Communities.silhouettes(distances, found)));
    }
    return new NetworkMeasures(all);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** NaN without connections, or where all weights or similarities are equal. */
  static double homophily(Graph graph) {
    int n = graph.nodes();
    double[][] profiles = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        profiles[i][j] = graph.weight(i, j);
        profiles[i][n + j] = graph.weight(j, i);
      }
      standardise(profiles[i]);
    }
    double total = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j && graph.joined(i, j)) {
          double weight = graph.weight(i, j);
          double alike = dot(profiles[i], profiles[j]);
          double share = Math.abs(weight);
          total += share;
          x += share * weight;
          y += share * alike;
          xx += share * weight * weight;
          yy += share * alike * alike;
          xy += share * weight * alike;
        }
      }
    }
    double covariance = xy / total - x / total * (y / total);
    double spread = (xx / total - x / total * (x / total)) * (yy / total - y / total * (y / total));
    return covariance / Math.sqrt(spread);
  }

  private static void standardise(double[] values) {
    double mean = mean(values);
    double norm = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum());
    for (int k = 0; k < values.length; k++) {
      values[k] = norm == 0 ? 0 : (values[k] - mean) / norm;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
