package homeostat.kinds.spiking.network;

import homeostat.connectome.CellTypePlan;
import homeostat.connectome.NetworkStructure;
import homeostat.connectome.format.NetworkStructureFile;
import homeostat.kinds.spiking.config.network.NetworkSection;
import homeostat.lab.config.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a wiring comes from: a file, or the generator.
 *
 * @param file network_structure.npz; empty to generate
 * @param recipe what the generator makes, and the types that a file's numbers mean
 * @param counts how the generator divides cells over types
 */
public record WiringSource(Optional<Path> file, NetworkRecipe recipe, CellTypePlan.Counts counts) {

  public static WiringSource of(
      NetworkSection section, NetworkRecipe recipe, CellTypePlan.Counts counts) {
    return new WiringSource(section.file(), recipe, counts);
  }

  /** Tells of a file that is not there; true if there is nothing to tell. */
  public static boolean check(NetworkSection section, Problems problems) {
    boolean found = section.file().map(Files::isRegularFile).orElse(true);
    if (!found) {
      problems.add(
          "network.file",
          section.file().map(Path::toString).orElse("")
              + " is no file; give a network_structure.npz");
    }
    return found;
  }

  /** The wiring. */
  public NetworkStructure wiring(long seed) {
    return file.map(
            path -> NetworkStructureFile.read(path, recipe.cellTypes(), recipe.inputTypes(), false))
        .orElseGet(() -> recipe.plan(counts).generate(seed));
  }

  /** What had to be decided against the plan; broad weights were told with their key. */
  public static List<String> leftOver(NetworkStructure structure) {
    return Stream.of(structure.recurrent().provenance(), structure.provenance())
        .flatMap(provenance -> provenance.warnings().stream())
        .filter(warning -> !warning.what().contains("w_sigma"))
        .map(warning -> "wiring: " + warning.what() + " (" + warning.count() + ")")
        .toList();
  }
}
