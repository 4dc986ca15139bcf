package homeostat.kinds.memory.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.connectome.Nodes;
import homeostat.connectome.mapping.Bio2Art;
import homeostat.connectome.mapping.NeuronCounts;
import homeostat.connectome.mapping.NeuronNetwork;
import homeostat.connectome.mapping.Partition;
import homeostat.connectome.nulls.PublishedShuffle;
import homeostat.connectome.region.PublishedEdgeList;
import homeostat.connectome.region.RegionConnectome;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Stream;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Golden cases of the mapping of regions to neurons, and of the published weight shuffle. */
final class MappingCases {
  private static final double SUM_TOLERANCE = 1e-12;

  private MappingCases() {}

  static Outcome mapped(GoldenCase golden) {
    JsonNode params = golden.params();
    Arrays inputs = golden.inputs();
    if (params.has("csv")) {
      List<String> lines = params.get("csv").asText().lines().toList();
      RegionConnectome read = PublishedEdgeList.of(lines, Path.of(golden.id()));
      Arrays.Builder out = Arrays.builder();
      out.put("matrix_fixed", read.matrix(), read.size(), read.size());
      return new Outcome(out.build(), Map.of("last line", missing(lines, read)), Map.of());
    }
    if (inputs.names().contains("u")) {
      double[] parts =
          Partition.broken(params.get("total").asDouble(), inputs.get("u").toDoubles());
      return Outcome.of(Arrays.builder().put("parts", parts).build());
    }
    if (!inputs.names().contains("connectome")) {
      return counts(golden);
    }
    NeuronNetwork network = network(golden);
    int h = network.size();
    return Outcome.of(Arrays.builder().put("scaled", network.dense(), h, h).build());
  }

  /** The published reader forgets the last line; one with an empty field is no row of data. */
  private static String missing(List<String> lines, RegionConnectome read) {
    String[] fields =
        lines.reversed().stream()
            .map(line -> line.split(",", -1))
            .filter(row -> java.util.Arrays.stream(row).noneMatch(String::isBlank))
            .findFirst()
            .orElseThrow();
    double value = Double.parseDouble(fields[fields.length - 2].strip());
    boolean there = java.util.Arrays.stream(read.matrix()).anyMatch(w -> w == value);
    return there ? "" : "the last row's weight " + value + " is not in the matrix";
  }

  private static Outcome counts(GoldenCase golden) {
    double[] densities = golden.inputs().get("neuron_density").toDoubles();
    int seed = golden.params().get("seed_neuron").asInt();
    Arrays.Builder out = Arrays.builder();
    for (NeuronCounts.Scaling scaling :
        List.of(NeuronCounts.Scaling.RATIO, NeuronCounts.Scaling.RANK)) {
      NeuronCounts counts =
          new NeuronCounts.Density(densities, scaling, seed, NeuronCounts.Missing.REFUSE);
      out.put(
          scaling.name().toLowerCase(java.util.Locale.ROOT),
          counts.of(new Nodes.Numbered(densities.length)));
    }
    return Outcome.of(out.build());
  }

  private static Bio2Art options(JsonNode params) {
    return new Bio2Art(
        params.path("target_sparsity").asDouble(0.2),
        params.path("intrinsic_conn").asBoolean(true),
        params.path("target_sparsity_intrinsic").asDouble(1),
        params.path("intrinsic_wei").asDouble(0.8),
        params.path("rand_partition").asBoolean(false) ? Partition.DIRICHLET : Partition.EQUAL,
        params.path("keep_diag").asBoolean(true),
        Bio2Art.Input.RECEIVED);
  }

  private static int[] neurons(GoldenCase golden) {
    double[] counts = golden.inputs().get("neuron_density").toDoubles();
    return java.util.Arrays.stream(counts).mapToInt(c -> (int) c).toArray();
  }

  private static NeuronNetwork network(GoldenCase golden) {
    int[] counts = neurons(golden);
    double[] regions = golden.inputs().get("connectome").toDoubles();
    return options(golden.params())
        .map(
            DoubleMatrix.of(regions, counts.length, counts.length),
            counts,
            Stream.of(1, "verify.mapping"));
  }

  /** What every draw has in common, measured on a draw of ours. */
  static Outcome random(GoldenCase golden) {
    if (!golden.inputs().names().contains("connectome")) {
      return sizes(golden);
    }
    NeuronNetwork network = network(golden);
    Blocks blocks = Blocks.of(network);
    Arrays expected = golden.expected();
    Map<String, String> checks = new java.util.LinkedHashMap<>();
    checks.put("rows", blocks.uneven());
    double[] sums = expected.get("block_sum").toDoubles();
    checks.put("block sums", far(blocks.sums(), sums));
    if (!golden.params().path("rand_partition").asBoolean(false)) {
      checks.put("equal weights", blocks.unequal());
    }
    boolean negative = java.util.Arrays.stream(network.weights()).anyMatch(w -> !(w > 0));
    checks.put("positive weights", negative ? "a weight is not above 0" : "");
    if (!golden.params().path("keep_diag").asBoolean(true)) {
      checks.put("diagonal", selfConnections(network));
    }
    int r = blocks.regions();
    Arrays.Builder out = Arrays.builder();
    out.put("targets_per_source", blocks.targets(), r, r).put("block_sum", blocks.sums(), r, r);
    return new Outcome(out.build(), checks, Map.of());
  }

  private static String far(double[] ours, double[] theirs) {
    for (int k = 0; k < ours.length; k++) {
      if (Math.abs(ours[k] - theirs[k]) > SUM_TOLERANCE * Math.abs(theirs[k])) {
        return "block " + k + " sums to " + ours[k] + ", not " + theirs[k];
      }
    }
    return "";
  }

  private static String selfConnections(NeuronNetwork network) {
    for (int i = 0; i < network.size(); i++) {
      for (int e = network.offsets()[i]; e < network.offsets()[i + 1]; e++) {
        if (network.columns()[e] == i) {
          return "neuron " + i + " contacts itself";
        }
      }
    }
    return "";
  }

  /** Every input C_NAME under the experiment's settings. */
  private static Outcome sizes(GoldenCase golden) {
    Arrays.Builder out = Arrays.builder();
    for (String input : golden.inputs().names()) {
      if (!input.startsWith("C_")) {
        continue;
      }
      int r = golden.inputs().get(input).shape()[0];
      int each = golden.params().get("neurons_per_region").asInt();
      int[] counts = new NeuronCounts.Equal(each).of(new Nodes.Numbered(r));
      NeuronNetwork network =
          options(golden.params())
              .map(
                  DoubleMatrix.of(golden.inputs().get(input).toDoubles(), r, r),
                  counts,
                  Stream.of(1, "verify.mapping"));
      String name = input.substring(2) + "/";
      NetworkCases.scalar(out, name + "neurons", network.size());
      NetworkCases.scalar(out, name + "connections", network.connections());
      double total = java.util.Arrays.stream(network.weights()).sum();
      NetworkCases.scalar(out, name + "total_weight", total);
    }
    return Outcome.of(out.build());
  }

  static Outcome shuffled(GoldenCase golden) {
    double[] order = golden.inputs().get("permutation").toDoubles();
    int[] permutation = java.util.Arrays.stream(order).mapToInt(k -> (int) k).toArray();
    int n = golden.inputs().get("matrix").shape()[0];
    double[] matrix = golden.inputs().get("matrix").toDoubles();
    double[] shuffled = PublishedShuffle.permuted(matrix, n, permutation);
    return Outcome.of(Arrays.builder().put("randomized", shuffled, n, n).build());
  }
}
