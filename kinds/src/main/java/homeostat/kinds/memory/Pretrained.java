package homeostat.kinds.memory;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.connectome.Provenance;
import homeostat.lab.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What an earlier run left: weights and the template that they live on. */
final class Pretrained {
  private static final String FINAL = "weights/final.npz";
  private static final List<String> TAKEN = List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh");
  private static final String TOPOLOGY = "topology";
  private static final String REGIONS = "region_of";
  private static final Set<String> WIRING = Set.of(TOPOLOGY, REGIONS);

  private Pretrained() {}

  /** The weights of a run's folder, or of a file of weights, but for those of the readout. */
  static Arrays weights(String run) {
    Arrays file = file(run);
    int units = units(file, run);
    Arrays.Builder all = Arrays.builder();
    for (String name : TAKEN) {
      NdArray array = need(file, name, run);
      int[] shape = array.shape();
      boolean square = name.equals("weight_hh");
      int dimensions = name.startsWith("weight") ? 2 : 1;
      if (shape.length != dimensions || shape[0] != units || (square && shape[1] != units)) {
        throw wrong(run, name, array, "does not fit a " + TOPOLOGY + " of " + units + " units");
      }
      all.put(name, array.toFloats(), shape);
    }
    return all.build();
  }

  /** The template of a run's folder, or of a file of weights. */
  static Template template(String run) {
    Arrays file = file(run);
    int units = units(file, run);
    double[] weights = need(file, TOPOLOGY, run).toDoubles();
    if (java.util.Arrays.stream(weights).allMatch(w -> w == 0)) {
      throw new UserError("network.pretrained: " + run + ": " + TOPOLOGY + " has no connection");
    }
    int[] regionOf =
        file.find(REGIONS)
            .map(NdArray::toDoubles)
            .map(all -> java.util.Arrays.stream(all).mapToInt(region -> (int) region).toArray())
            .orElse(new int[0]);
    if (regionOf.length != 0
        && (regionOf.length != units || java.util.Arrays.stream(regionOf).anyMatch(r -> r < 0))) {
      throw wrong(run, REGIONS, need(file, REGIONS, run), "must be a region for each unit");
    }
    return new Template(
        units,
        weights,
        1 + java.util.Arrays.stream(regionOf).max().orElse(-1),
        regionOf,
        Provenance.none().note("wiring of the run " + run, units));
  }

  /**
   * The files that are read for it: weights, and the wiring beside them where they do not hold it.
   * None where there is nothing: whoever reads it says so.
   */
  static List<Path> files(String run) {
    Path file = weightsFile(run);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      Path wiring = wiring(run);
      boolean beside = !Npz.names(file).contains(TOPOLOGY) && Files.isRegularFile(wiring);
      return beside ? List.of(file, wiring) : List.of(file);
    } catch (FormatException e) {
      throw new UserError("network.pretrained: " + e.getMessage());
    }
  }

  /** Where the wiring is looked for beside weights that do not hold it. */
  private static Path wiring(String run) {
    Path file = weightsFile(run);
    return file.resolveSibling(PublishedNames.wiringOf(String.valueOf(file.getFileName())));
  }

  private static Path weightsFile(String run) {
    Path given = Path.of(run);
    return Files.isDirectory(given) ? given.resolve(FINAL) : given;
  }

  private static Arrays file(String run) {
    List<Path> files = files(run);
    if (files.isEmpty()) {
      throw new UserError(
          "network.pretrained: "
              + weightsFile(run)
              + " does not exist; give the folder of a finished run");
    }
    Arrays.Builder all = Arrays.builder();
    try {
      all.putAll("", PublishedNames.own(Npz.read(files.getFirst())));
      if (files.size() > 1) {
        all.putAll("", Npz.read(files.getLast(), WIRING::contains));
      }
    } catch (FormatException e) {
      throw new UserError("network.pretrained: " + e.getMessage());
    }
    return all.build();
  }

  /** Number of units of a template that is square. */
  private static int units(Arrays file, String run) {
    NdArray topology = need(file, TOPOLOGY, run);
    int[] shape = topology.shape();
    if (shape.length != 2 || shape[0] != shape[1] || shape[0] == 0) {
      throw wrong(run, TOPOLOGY, topology, "must be [unit][unit]");
    }
    return shape[0];
  }

  private static NdArray need(Arrays file, String name, String run) {
    NdArray array =
        file.find(name)
            .orElseThrow(() ->
                new UserError(
                    "network.pretrained: "
                        + run
                        + " holds no "
                        + name
                        + "; it holds "
                        + String.join(", ", file.names())
                        + (name.equals(TOPOLOGY) ? "; nor is one in " + wiring(run) : "")));
    for (int k = 0; k < array.size(); k++) {
      if (!Double.isFinite(array.at(k))) {
        throw wrong(run, name, array, "has the value " + array.at(k) + " at place " + k);
      }
    }
    return array;
  }

  private static UserError wrong(String run, String name, NdArray array, String why) {
    return new UserError(
        "network.pretrained: "
            + run
            + ": "
            + name
            + " of shape "
            + java.util.Arrays.toString(array.shape())
            + " "
            + why);
  }
}
