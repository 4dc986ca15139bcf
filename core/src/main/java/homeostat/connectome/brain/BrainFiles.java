package homeostat.connectome.brain;

import homeostat.array.FormatException;
import homeostat.array.Sha256;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of one brain, as the portals give them.
 *
 * @param connections one connection (and neuropil) a row: FlyWire's {@code connections.csv},
 *     neuPrint's {@code traced-total-connections.csv} or {@code traced-roi-connections.csv}, or a
 *     table of row numbers and signed counts as published by Shiu et al.
 * @param neurons one neuron a row: FlyWire's {@code neurons.csv}, neuPrint's {@code
 *     traced-neurons.csv}, or the completeness table whose rows the numbers count
 * @param annotations further tables of one neuron a row: {@code classification.csv}, {@code
 *     consolidated_cell_types.csv}
 */
public record BrainFiles(Path connections, Optional<Path> neurons, List<Path> annotations) {

  /** Copies the list. */
  public BrainFiles {
    annotations = List.copyOf(annotations);
  }

  /**
   * Says the tables' parts in the brain and what is in them, by hashes; not what they are called.
   */
  Sha256 key() {
    StringBuilder text = new StringBuilder("connections ").append(hash(connections));
    neurons.ifPresent(file -> text.append(" neurons ").append(hash(file)));
    annotations.forEach(file -> text.append(" annotations ").append(hash(file)));
    return Sha256.ofText(text.toString());
  }

  private static String hash(Path file) {
    try {
      return Sha256.ofFile(file).hex();
    } catch (UncheckedIOException e) {
      FormatException missing =
          new FormatException(file, "", "cannot be read; check the path and its spelling");
      missing.initCause(e);
      throw missing;
    }
  }

  /** All files, the connections first. */
  public List<Path> all() {
    List<Path> files = new ArrayList<>();
    files.add(connections);
    neurons.ifPresent(files::add);
    files.addAll(annotations);
    return files;
  }
}
