package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.connectome.Connectome;
import homeostat.connectome.brain.BrainFiles;
import homeostat.connectome.packed.Origin;
import homeostat.connectome.packed.PackedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Wiring as it is in its files now, and the packed copy beside the first of them: read instead as
 * long as names, lengths and times of change of all files, and the options, are those that the copy
 * was made from. Look at the files before reading them: what changes meanwhile is then noticed.
 *
 * @param place where the copy is
 * @param origin the files and options
 */
public record Imported(Path place, Origin origin) {
  /** Raised whenever the same files and options come to be read as something else. */
  private static final String READING = "reading 1, ";

  /** A file that is to be read with some options. */
  public static Imported of(Path file, ReadOptions options) {
    return new Imported(place(file), Origin.of(List.of(file), READING + options.text()));
  }

  /** Tables that are to be read with some options. */
  public static Imported of(BrainFiles tables, ReadOptions options) {
    String parts = tables.neurons().isPresent() ? "connections, neurons" : "connections";
    return new Imported(
        place(tables.connections()),
        Origin.of(tables.all(), READING + parts + " " + options.text()));
  }

  /** Where the packed copy of a file is. */
  public static Path place(Path file) {
    return file.resolveSibling(file.getFileName() + PackedFile.ENDING);
  }

  /** Whether there is a packed copy, of whatever state and options. */
  public boolean there() {
    return Files.isRegularFile(place);
  }

  /**
   * The packed copy, where there is one that holds.
   *
   * @throws FormatException if it is damaged, or of an earlier version
   */
  public Optional<Connectome> copy() {
    return there() && PackedFile.origin(place).equals(origin)
        ? Optional.of(PackedFile.read(place))
        : Optional.empty();
  }

  /** Packs what was read. */
  public void pack(Connectome connectome) {
    PackedFile.write(place, connectome, origin);
  }
}
