package homeostat.kinds.memory.golden;

import homeostat.array.Arrays;
import homeostat.connectome.graph.Clustering;
import homeostat.connectome.graph.Communities;
import homeostat.connectome.graph.Graph;
import homeostat.connectome.graph.ShortestPaths;
import homeostat.connectome.measure.Components;
import homeostat.connectome.measure.SpectralRadius;
import homeostat.connectome.nulls.DegreePreserving;
import homeostat.connectome.nulls.ErdosRenyi;
import homeostat.kernel.Csr;
import homeostat.kernel.Stream;
import homeostat.kinds.memory.analysis.Coactivation;
import homeostat.kinds.memory.analysis.LossSummary;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** Golden cases of learning curves, coactivation and graph measures. */
final class AnalysisCases {
  private AnalysisCases() {}

  static Outcome analysis(GoldenCase golden) {
    return golden.inputs().names().contains("activity") ? coactivation(golden) : curves(golden);
  }

  private static Outcome coactivation(GoldenCase golden) {
    int[] shape = golden.inputs().get("activity").shape();
    Coactivation found =
        Coactivation.of(golden.inputs().get("activity").toDoubles(), shape[0], shape[1], shape[2]);
    return Outcome.of(
        Arrays.builder()
            .put("coactivation", found.matrices(), shape[0], shape[2], shape[2])
            .put("mean_offdiag", found.meanOffDiagonal())
            .build());
  }

  private static Outcome curves(GoldenCase golden) {
    int[] shape = golden.inputs().get("validate_loss").shape();
    double[] all = golden.inputs().get("validate_loss").toDoubles();
    double[][] curves = new double[shape[0]][];
    for (int i = 0; i < curves.length; i++) {
      curves[i] = java.util.Arrays.copyOfRange(all, i * shape[1], (i + 1) * shape[1]);
    }
    Arrays.Builder out = Arrays.builder();
    put(out, "", curves, 99);
    out.put("min_epoch_90", epochs(curves, 90));
    double[][] later = new double[curves.length][];
    java.util.Arrays.setAll(
        later, i -> java.util.Arrays.copyOfRange(curves[i], 1, curves[i].length));
    put(out, "_from_epoch1", later, 99);
    out.put("mean", LossSummary.mean(curves));
    out.put("std_ddof1", LossSummary.deviation(curves));
    return Outcome.of(out.build());
  }

  private static void put(Arrays.Builder out, String from, double[][] curves, double percent) {
    double[] lowest = new double[curves.length];
    int[] epoch = new int[curves.length];
    for (int i = 0; i < curves.length; i++) {
      LossSummary summary = LossSummary.of(curves[i], percent);
      lowest[i] = summary.lowest();
      epoch[i] = summary.lowestEpoch();
    }
    out.put("min_loss" + from, lowest).put("min_epoch" + from, epoch);
    out.put("min_epoch_99" + from, epochs(curves, percent));
  }

  private static int[] epochs(double[][] curves, double percent) {
    int[] epochs = new int[curves.length];
    java.util.Arrays.setAll(epochs, i -> LossSummary.of(curves[i], percent).nearEpoch());
    return epochs;
  }

  static Outcome metrics(GoldenCase golden) {
    int n = golden.inputs().get("matrix").shape()[0];
    Graph graph = new Graph(n, golden.inputs().get("matrix").toDoubles());
    double[] groups = golden.inputs().get("partition").toDoubles();
    int[] partition = java.util.Arrays.stream(groups).mapToInt(g -> (int) g).toArray();
    Csr wiring = wiring(graph);
    ShortestPaths paths = ShortestPaths.of(graph);
    double[] silhouettes = Communities.silhouettes(graph, partition);
    Arrays.Builder out = Arrays.builder();
    NetworkCases.scalar(out, "density", graph.density());
    NetworkCases.scalar(out, "reciprocity", graph.reciprocity());
    NetworkCases.scalar(out, "spectral_radius", SpectralRadius.of(wiring).value());
    NetworkCases.scalar(out, "mean_hop_distance", paths.meanHops());
    NetworkCases.scalar(out, "global_efficiency", paths.globalEfficiency());
    NetworkCases.scalar(out, "modularity_weighted", Communities.modularity(graph, partition));
    NetworkCases.scalar(
        out, "modularity_binary", Communities.modularity(graph.binary(), partition));
    NetworkCases.scalar(out, "assortativity_out_in", Communities.assortativity(graph));
    NetworkCases.scalar(out, "strong_components", Components.strong(wiring).count());
    double mean = java.util.Arrays.stream(silhouettes).average().orElse(0);
    NetworkCases.scalar(out, "silhouette_mean", mean);
    out.put("out_degree", graph.outDegrees())
        .put("in_degree", graph.inDegrees())
        .put("out_strength", graph.outStrengths())
        .put("in_strength", graph.inStrengths())
        .put("hop_distance", paths.hops(), n, n)
        .put("betweenness", paths.betweenness())
        .put("clustering_binary", Clustering.binary(graph))
        .put("clustering_weighted", Clustering.weighted(graph))
        .put("silhouette_samples_rows", silhouettes);
    return new Outcome(out.build(), rewiring(wiring), Map.of());
  }

  private static Csr wiring(Graph graph) {
    float[] weights = new float[graph.weights().length];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) graph.weights()[k];
    }
    return Csr.nonZero(graph.nodes(), weights);
  }

  private static Map<String, String> rewiring(Csr wiring) {
    var connectome =
        homeostat.connectome.Connectome.of(
            new homeostat.connectome.Nodes.Numbered(wiring.rows()),
            homeostat.connectome.CellTypes.single("region", wiring.rows()),
            wiring,
            homeostat.connectome.Provenance.none());
    Stream stream = Stream.of(1, "verify.nulls");
    Graph before = Graph.of(wiring);
    Graph swapped =
        Graph.of(
            new DegreePreserving(DegreePreserving.USUAL_SWAPS).draw(connectome, stream).weights());
    Csr uniform = new ErdosRenyi().draw(connectome, stream).weights();
    boolean degrees =
        java.util.Arrays.equals(before.outDegrees(), swapped.outDegrees())
            && java.util.Arrays.equals(before.inDegrees(), swapped.inDegrees());
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put("degree-preserving", degrees ? "" : "a degree changed");
    checks.put(
        "Erdos-Renyi",
        uniform.entries() == wiring.entries() ? "" : uniform.entries() + " connections");
    return checks;
  }
}
