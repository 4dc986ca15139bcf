package homeostat.array;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens files that may be compressed with gzip; the content decides, not the name. */
public final class Gz {
  private static final int BUFFER = 1 << 16;

  private Gz() {}

  /**
   * A buffered stream of the file's content, decompressed if the file starts with the bytes of
   * gzip.
   *
   * @throws FormatException if there is no such file, or what starts as gzip is none
   */
  public static InputStream open(Path file) {
    InputStream in = raw(file);
    try {
      in.mark(2);
      boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return zipped ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    } catch (IOException e) {
      throw closing(in, file, e);
    }
  }

  /**
   * The content of a file, decompressed if it starts with the bytes of gzip; never more than {@code
   * limit} bytes, so that a small file that decompresses without end cannot fill the memory.
   *
   * @throws FormatException naming the byte of the content, if the file is missing or damaged
   */
  public static byte[] read(Path file, int limit) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (InputStream in = open(file)) {
      byte[] buffer = new byte[BUFFER];
      int got = 0;
      while (content.size() < limit && got >= 0) {
        got = in.read(buffer, 0, Math.min(BUFFER, limit - content.size()));
        content.write(buffer, 0, Math.max(got, 0));
      }
      return content.toByteArray();
    } catch (IOException e) {
      throw Faults.of(file, "byte " + content.size(), e);
    }
  }

  private static BufferedInputStream raw(Path file) {
    if (Files.isDirectory(file)) {
      throw new FormatException(file, "", "is a folder; name a file in it");
    }
    try {
      return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException e) {
      throw Faults.unreadable(file, e);
    }
  }

  static FormatException missing(Path file, NoSuchFileException cause) {
    FormatException missing =
        new FormatException(file, "", "there is no such file; check the path and its spelling");
    missing.initCause(cause);
    return missing;
  }

  private static RuntimeException closing(InputStream in, Path file, IOException cause) {
    try {
      in.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return Faults.of(file, "byte 0", cause);
  }
}
