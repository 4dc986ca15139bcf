package homeostat.kinds.memory;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.connectome.Provenance;
import homeostat.lab.UserError;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an earlier run left: weights and the template that they live on. */
final class Pretrained {
  private static final String FINAL = "weights/final.npz";

  private Pretrained() {}

  /** The weights of a run's folder, or of a file of weights. */
  static Arrays weights(String run) {
    Path given = Path.of(run);
    Path file = Files.isDirectory(given) ? given.resolve(FINAL) : given;
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "network.pretrained: " + file + " does not exist; give the folder of a finished run");
    }
    try {
      return PublishedNames.own(Npz.read(file));
    } catch (FormatException e) {
      throw new UserError("network.pretrained: " + e.getMessage());
    }
  }

  /** The template of a run's folder. */
  static Template template(String run) {
    Arrays weights = weights(run);
    NdArray topology =
        weights
            .find("topology")
            .orElseThrow(() -> new UserError("network.pretrained: " + run + " holds no topology"));
    int units = topology.shape()[0];
    return new Template(
        units,
        topology.toDoubles(),
        0,
        new int[0],
        Provenance.none().note("wiring of the run " + run, units));
  }
}
