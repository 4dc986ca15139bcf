package homeostat.connectome.packed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a packed copy was made from: the copy holds as long as every file has this name, length and
 * time of change and is read with these options.
 *
 * @param sources the files, in the order of their parts
 * @param options how they were read
 */
public record Origin(List<Source> sources, String options) {

  /** Copies the list. */
  public Origin {
    sources = List.copyOf(sources);
  }

  /**
   * A file as it was.
   *
   * @param name without its folder
   * @param bytes length
   * @param changed when it was changed last, in nanoseconds since 1970
   */
  public record Source(String name, long bytes, long changed) {

    /** A file as it is now. */
    static Source of(Path file) {
      try {
        return new Source(
            String.valueOf(file.getFileName()),
            Files.size(file),
            Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look at " + file + ": " + e, e);
      }
    }
  }

  /** Of what is no copy of a file. */
  public static Origin none() {
    return new Origin(List.of(), "");
  }

  /** Of files as they are now. */
  public static Origin of(List<Path> files, String options) {
    List<Source> sources = new ArrayList<>();
    files.forEach(file -> sources.add(Source.of(file)));
    return new Origin(sources, options);
  }
}
