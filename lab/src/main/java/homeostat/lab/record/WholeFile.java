package homeostat.lab.record;

import homeostat.array.Arrays;
import homeostat.array.AtomicFile;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.array.Npz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file whole or not at all, and makes the folders above it. */
public final class WholeFile {
  private WholeFile() {}

  /** Text, in UTF-8. */
  public static void write(Path file, String text) {
    makeParents(file);
    AtomicFile.write(file, text);
  }

  /** Named arrays, as a compressed NPZ. */
  public static void write(Path file, Arrays arrays) {
    makeParents(file);
    Npz.writeCompressed(file, arrays);
  }

  /** One array, as NPY. */
  public static void write(Path file, NdArray array) {
    makeParents(file);
    Npy.write(file, array);
  }

  private static void makeParents(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
