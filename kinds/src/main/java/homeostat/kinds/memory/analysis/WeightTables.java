package homeostat.kinds.memory.analysis;

import homeostat.array.Arrays;
import homeostat.connectome.graph.Graph;
import homeostat.connectome.graph.ShortestPaths;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What training did to recurrent weights, unit by unit and region by region.
 *
 * @param units number H
 * @param regions number R; 0 without
 * @param regionOf [unit] region; empty without
 * @param before first recurrent weights, [receiver][sender]; 0 where there is no connection
 * @param after the weights now
 */
public record WeightTables(int units, int regions, int[] regionOf, float[] before, float[] after) {

  /**
   * Spearman's correlation, over the connections, of the template's weights with the network's; NaN
   * where one of them does not vary.
   *
   * @param template [receiver][sender]; a connection is a value other than 0
   * @param sizes whether the network's weights count without their signs
   */
  public static double rankCorrelation(double[] template, float[] weights, boolean sizes) {
    int[] at = IntStream.range(0, template.length).filter(k -> template[k] != 0).toArray();
    double[] wired = java.util.Arrays.stream(at).mapToDouble(k -> template[k]).toArray();
    double[] learnt =
        java.util.Arrays.stream(at)
            .mapToDouble(k -> sizes ? Math.abs(weights[k]) : weights[k])
            .toArray();
    double[] a = Coactivation.standardised(Coactivation.ranks(wired));
    double[] b = Coactivation.standardised(Coactivation.ranks(learnt));
    double sum = 0;
    double size = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
      size += a[k] * a[k];
    }
    return size == 0 ? Double.NaN : sum;
  }

  /**
   * One row a unit: region, degrees, strengths (of absolute weights) before and after, and
   * betweenness, which follows from the connections alone.
   */
  public String unitsCsv() {
    Graph first = graph(before);
    Graph now = graph(after);
    int[] in = now.inDegrees();
    int[] out = now.outDegrees();
    double[][] strengths = {
      first.inStrengths(), now.inStrengths(), first.outStrengths(), now.outStrengths()
    };
    double[] through = ShortestPaths.of(now).betweenness();
    StringBuilder csv =
        new StringBuilder(
            "unit,region,in_degree,out_degree,in_strength_before,in_strength_after,"
                + "out_strength_before,out_strength_after,betweenness\n");
    for (int i = 0; i < units; i++) {
      csv.append(i).append(',').append(regions == 0 ? "" : regionOf[i]);
      csv.append(',').append(in[i]).append(',').append(out[i]);
      for (double[] one : strengths) {
        csv.append(String.format(Locale.ROOT, ",%.6g", one[i]));
      }
      csv.append(String.format(Locale.ROOT, ",%.6g%n", through[i]));
    }
    return csv.toString();
  }

  /**
   * [receiving region][sending region] number of connections, and their mean weight and mean
   * absolute weight before and after; NaN where there is none.
   */
  public Arrays byRegion() {
    double[] connections = new double[regions * regions];
    double[][] sums = new double[4][regions * regions];
    for (int k = 0; k < after.length; k++) {
      if (before[k] != 0 || after[k] != 0) {
        int at = regionOf[k / units] * regions + regionOf[k % units];
        connections[at]++;
        sums[0][at] += before[k];
        sums[1][at] += after[k];
        sums[2][at] += Math.abs(before[k]);
        sums[3][at] += Math.abs(after[k]);
      }
    }
    for (double[] sum : sums) {
      for (int at = 0; at < sum.length; at++) {
        sum[at] /= connections[at];
      }
    }
    return Arrays.builder()
        .put("connections", connections, regions, regions)
        .put("weight_before", sums[0], regions, regions)
        .put("weight_after", sums[1], regions, regions)
        .put("strength_before", sums[2], regions, regions)
        .put("strength_after", sums[3], regions, regions)
        .build();
  }

  private Graph graph(float[] weights) {
    double[] sent = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      sent[k % units * units + k / units] = Math.abs(weights[k]);
    }
    return new Graph(units, sent);
  }
}
