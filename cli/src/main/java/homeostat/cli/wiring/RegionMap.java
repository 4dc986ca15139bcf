package homeostat.cli.wiring;

import homeostat.cli.Arguments;
import homeostat.cli.Console;
import homeostat.cli.Exit;
import homeostat.cli.Page;
import homeostat.connectome.Connectome;
import homeostat.connectome.mapping.Bio2Art;
import homeostat.connectome.mapping.NeuronCounts;
import homeostat.connectome.mapping.Partition;
import homeostat.connectome.region.RegionConnectome;
import homeostat.kernel.Stream;
import homeostat.lab.UserError;
import homeostat.lab.run.Budget;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code connectome map FILE out=FILE}: regions to neurons. */
final class RegionMap {
  /** Bytes of a connection: in growing rows, in the whole, and as it is written. */
  private static final int PER_CONNECTION = 48;

  private static final Set<String> KEYS =
      Decisions.with(
          "neurons",
          "counts",
          "density",
          "number",
          "nan_policy",
          "target_sparsity",
          "intrinsic_conn",
          "target_sparsity_intrinsic",
          "intrinsic_wei",
          "partition",
          "keep_diag",
          "seed",
          "out");

  private RegionMap() {}

  static int run(Arguments given, Page page, Console console) {
    given.allowing(KEYS);
    contradictions(given);
    String out =
        WiringFile.writable(Optional.ofNullable(given.settings().get("out")), given.word(1, page));
    long seed = Numbers.whole(given, "seed", 1, 0, Long.MAX_VALUE);
    RegionConnectome all = WiringFile.regions(given.word(1, page), Decisions.of(given), seed);
    try {
      boolean drops =
          given.settings().containsKey("density")
              && given.settings().getOrDefault("nan_policy", "").equals("drop");
      RegionConnectome regions =
          drops && all.densities().isPresent() ? all.withKnownDensities() : all;
      int[] counts = counts(given, regions).of(regions.regions());
      Bio2Art options = options(given);
      checkSize(regions, counts, options);
      Connectome mapped =
          options
              .map(regions.weights(), counts, Stream.of(seed, "memory.mapping"))
              .connectome(regions.regions(), regions.provenance());
      WiringFile.write(out, mapped, console);
      console.print(WiringFile.told(out, mapped) + " from " + regions.size() + " regions");
      mapped.provenance().decisions().forEach(decision -> console.print(decision.toString()));
    } catch (ArithmeticException e) {
      throw new UserError(given.word(1, page) + ": more than 2^31 neurons; lower number");
    } catch (IllegalArgumentException e) {
      throw new UserError(given.word(1, page) + ": " + e.getMessage());
    }
    return Exit.DONE;
  }

  /** Refuses settings that others leave without effect. */
  private static void contradictions(Arguments given) {
    Set<String> set = given.settings().keySet();
    List<String> sizes =
        List.of("neurons", "counts", "density").stream().filter(set::contains).toList();
    if (sizes.size() > 1) {
      throw new UserError(
          String.join("= and ", sizes) + "= each say how many neurons; leave all but one out");
    }
    for (String key : List.of("number", "nan_policy")) {
      if (set.contains(key) && !set.contains("density")) {
        throw new UserError(key + "= belongs to density=, which is not set");
      }
    }
  }

  /** Refuses a network that cannot fit into the heap before it is drawn. */
  private static void checkSize(RegionConnectome regions, int[] counts, Bio2Art options) {
    double connections = 0;
    for (int i = 0; i < counts.length; i++) {
      connections += options.intrinsic() ? counts[i] * options.intrinsicShare() * counts[i] : 0;
      for (int j = 0; j < counts.length; j++) {
        boolean joined = i != j && regions.weight(i, j) > 0;
        connections += joined ? counts[i] * Math.max(1, options.targetShare() * counts[j]) : 0;
      }
    }
    double bytes = PER_CONNECTION * connections;
    long heap = Runtime.getRuntime().maxMemory();
    if (bytes > heap) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%d neurons with about %.3g connections need about %s of memory, more than the %s of"
                  + " the heap; take fewer neurons or a lower target_sparsity",
              Arrays.stream(counts).asLongStream().sum(),
              connections,
              Budget.text((long) bytes),
              Budget.text(heap)));
    }
  }

  private static NeuronCounts counts(Arguments given, RegionConnectome regions) {
    if (given.settings().containsKey("counts")) {
      return new NeuronCounts.Listed(list(given.settings().get("counts")));
    }
    String density = given.settings().get("density");
    if (density == null) {
      return new NeuronCounts.Equal((int) Numbers.whole(given, "neurons", 4, 1, 10_000));
    }
    double[] densities =
        regions
            .densities()
            .orElseThrow(() ->
                new UserError("density=" + density + ": there is no file ND_NAME.npy beside it"));
    return new NeuronCounts.Density(
        densities,
        one(NeuronCounts.Scaling.values(), "density", density),
        (int) Numbers.whole(given, "number", 1, 1, 10_000_000),
        one(
            NeuronCounts.Missing.values(),
            "nan_policy",
            given.settings().getOrDefault("nan_policy", "refuse")));
  }

  private static int[] list(String text) {
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw new UserError("counts=" + text + ": must be whole numbers, one a region: 4,4,7,...");
    }
  }

  private static Bio2Art options(Arguments given) {
    return new Bio2Art(
        Numbers.share(given, "target_sparsity", 0.8),
        Numbers.truth(given, "intrinsic_conn", true),
        Numbers.share(given, "target_sparsity_intrinsic", 1),
        Numbers.share(given, "intrinsic_wei", 0.8),
        one(
            Partition.values(),
            "partition",
            given.settings().getOrDefault("partition", "dirichlet")),
        Numbers.truth(given, "keep_diag", false),
        Bio2Art.Input.RECEIVED);
  }

  private static <E extends Enum<E>> E one(E[] values, String key, String text) {
    for (E value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text.replace('-', '_'))) {
        return value;
      }
    }
    List<String> names =
        Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    throw new UserError(key + "=" + text + ": must be one of " + String.join(", ", names));
  }
}
