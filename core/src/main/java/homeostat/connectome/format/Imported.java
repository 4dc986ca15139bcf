package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.connectome.Connectome;
import homeostat.connectome.packed.Origin;
import homeostat.connectome.packed.PackedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The packed copy beside a file of wiring: read instead of it as long as the file's length and time
 * of change, and the options, are those that the copy was made from.
 */
public final class Imported {
  private Imported() {}

  /** Where the packed copy of a file is. */
  public static Path place(Path file) {
    return file.resolveSibling(file.getFileName() + PackedFile.ENDING);
  }

  /**
   * The packed copy of a file, where there is one that holds.
   *
   * @throws FormatException if it holds, but is damaged
   */
  public static Optional<Connectome> copy(Path file, ReadOptions options) {
    Path place = place(file);
    return Files.isRegularFile(place)
            && Files.isRegularFile(file)
            && PackedFile.origin(place).equals(Origin.of(file, options.text()))
        ? Optional.of(PackedFile.read(place))
        : Optional.empty();
  }

  /** Packs what was read from a file with some options, beside it. */
  public static Path pack(Path file, ReadOptions options, Connectome connectome) {
    Path place = place(file);
    PackedFile.write(place, connectome, Origin.of(file, options.text()));
    return place;
  }
}
