package homeostat.array;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** What an I/O exception while reading means: a damaged file, or a failing machine. */
final class Faults {
  private Faults() {}

  /** The exception to throw when {@code cause} ended the reading of a file at a place in it. */
  static RuntimeException of(Path file, String place, IOException cause) {
    if (cause instanceof EOFException || cause instanceof ZipException) {
      FormatException damaged =
          new FormatException(
              file,
              place,
              "the compressed data is damaged or cut off ("
                  + cause.getMessage()
                  + "); fetch or write the file again");
      damaged.initCause(cause);
      return damaged;
    }
    return unreadable(file, cause);
  }

  /** The exception for a file that the machine cannot read. */
  static UncheckedIOException unreadable(Path file, IOException cause) {
    return new UncheckedIOException("cannot read " + file + ": " + cause, cause);
  }

  /** "array 'w', byte 12", or "byte 12" in a file of one array. */
  static String place(String entry, long at) {
    return (entry.isEmpty() ? "" : "array '" + entry + "', ") + "byte " + at;
  }
}
