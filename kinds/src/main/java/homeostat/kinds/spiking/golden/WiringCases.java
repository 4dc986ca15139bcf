package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.connectome.Assemblies;
import homeostat.connectome.CellTypePlan;
import homeostat.connectome.Population;
import homeostat.connectome.Topology;
import homeostat.connectome.WeightDistribution;
import homeostat.connectome.WeightTable;
import homeostat.connectome.Wiring;
import homeostat.kernel.Csr;
import homeostat.kernel.Stream;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Golden cases of synthetic connectomes. */
final class WiringCases {
  private static final long SEED = 43;

  private WiringCases() {}

  static Outcome logNormal(GoldenCase golden) {
    double[] mean = golden.inputs().get("mean").toDoubles();
    double[] variance = golden.inputs().get("variance").toDoubles();
    double[] mu = new double[mean.length];
    double[] sigma = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      var drawn = WeightDistribution.LogNormal.ofVariance(mean[i], variance[i]);
      mu[i] = drawn.mu();
      sigma[i] = drawn.sigma();
    }
    int[] shape = golden.inputs().get("mean").shape();
    return Outcome.of(Arrays.builder().put("mu", mu, shape).put("sigma", sigma, shape).build());
  }

  private static Population published(JsonNode proportions, int neurons, int assemblies) {
    List<Double> shares = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode share : proportions) {
      names.add("type" + shares.size());
      shares.add(share.asDouble());
    }
    CellTypePlan plan = new CellTypePlan(names, shares, CellTypePlan.Counts.PUBLISHED);
    Stream stream = Stream.of(SEED, "cell-types");
    return assemblies > 0 ? plan.assign(neurons, assemblies, stream) : plan.assign(neurons, stream);
  }

  static Outcome cellTypeCounts(GoldenCase golden) {
    Map<String, String> checks = new LinkedHashMap<>();
    int number = 0;
    for (JsonNode row : golden.rows()) {
      int assemblies = row.path("num_assemblies").asInt(0);
      Population got =
          published(row.get("proportions"), row.get("num_neurons").asInt(), assemblies);
      String name = "row " + number++;
      checks.put(name + " length", differs(row.get("returned_length").asInt(), got.size()));
      checks.put(name + " counts", differs(ints(row.get("counts")), counts(got, 0, got.size())));
      JsonNode listed = row.path("counts_per_assembly");
      for (int a = 0; a < listed.size(); a++) {
        int size = got.size() / assemblies;
        checks.put(
            name + " assembly " + a,
            differs(ints(listed.get(a)), counts(got, a * size, (a + 1) * size)));
      }
    }
    return new Outcome(Arrays.empty(), checks, Map.of());
  }

  private static List<Integer> ints(JsonNode list) {
    List<Integer> values = new ArrayList<>();
    list.forEach(node -> values.add(node.asInt()));
    return values;
  }

  private static List<Integer> counts(Population population, int from, int to) {
    int[] counts = new int[population.types().names().size()];
    for (int n = from; n < to; n++) {
      counts[population.types().index()[n]]++;
    }
    return java.util.Arrays.stream(counts).boxed().toList();
  }

  private static String differs(Object expected, Object got) {
    return expected.equals(got) ? "" : "expected " + expected + ", got " + got;
  }

  static Outcome configurationModel(GoldenCase golden) {
    JsonNode params = golden.params();
    int assemblies = params.get("a").asInt();
    Population population = published(params.get("prop"), params.get("n").asInt(), assemblies);
    int types = population.types().names().size();
    Csr wiring =
        new Wiring(
                new Topology.WithAssemblies(
                    table(params.get("within")), table(params.get("between"))),
                WeightTable.same(new WeightDistribution.Uniform(0.5, 1), types, types))
            .recurrent(population, false, Stream.of(SEED, "wiring"));
    int[] edges = new int[assemblies * assemblies * types * types];
    int[] ids = population.assemblies().map(Assemblies::ids).orElseThrow();
    int[] type = population.types().index();
    int[] rowOf = wiring.rowOfEntry();
    int[][] out = new int[wiring.rows()][assemblies * types];
    int[][] in = new int[wiring.rows()][assemblies * types];
    int loops = 0;
    for (int e = 0; e < wiring.entries(); e++) {
      int i = rowOf[e];
      int j = wiring.columns()[e];
      edges[((ids[i] * assemblies + ids[j]) * types + type[i]) * types + type[j]]++;
      out[i][ids[j] * types + type[j]]++;
      in[j][ids[i] * types + type[i]]++;
      loops += i == j ? 1 : 0;
    }
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put("self loops", differs(0, loops));
    checks.put("out-degrees", spread(out, ids, type));
    checks.put("in-degrees", spread(in, ids, type));
    return new Outcome(
        Arrays.builder().put("edge_counts", edges, assemblies, assemblies, types, types).build(),
        checks,
        Map.of());
  }

  private static List<List<Double>> table(JsonNode rows) {
    List<List<Double>> table = new ArrayList<>();
    for (JsonNode row : rows) {
      List<Double> values = new ArrayList<>();
      row.forEach(cell -> values.add(cell.asDouble()));
      table.add(values);
    }
    return table;
  }

  /** Degrees of the members of one group towards another may differ by one. */
  private static String spread(int[][] degrees, int[] ids, int[] type) {
    for (int i = 0; i < degrees.length; i++) {
      for (int j = 0; j < i; j++) {
        for (int group = 0; group < degrees[i].length; group++) {
          boolean same = ids[i] == ids[j] && type[i] == type[j];
          if (same && Math.abs(degrees[i][group] - degrees[j][group]) > 1) {
            return "neurons "
                + i
                + " and "
                + j
                + " have degrees "
                + degrees[i][group]
                + " and "
                + degrees[j][group];
          }
        }
      }
    }
    return "";
  }
}
