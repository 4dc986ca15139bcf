package homeostat.connectome.packed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What a packed copy was made from: the copy holds as long as the file has this length and time of
 * change and is read with these options.
 *
 * @param bytes length of the file
 * @param changed when it was changed last, in nanoseconds since 1970
 * @param options how it was read
 */
public record Origin(long bytes, long changed, String options) {

  /** Of a copy that was made from no single file. */
  public static Origin none() {
    return new Origin(-1, -1, "");
  }

  /** Of a file as it is now. */
  public static Origin of(Path file, String options) {
    try {
      return new Origin(
          Files.size(file), Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS), options);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file + ": " + e, e);
    }
  }
}
