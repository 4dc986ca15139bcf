package homeostat.task.dataset;

import homeostat.array.FormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The regular files of a tar archive in memory: blocks of 512 bytes, a header (name at 0, size in
 * octal digits at 124, header checksum at 148, type at 156) before the content of each file (POSIX
 * 1003.1, ustar).
 */
public final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  /**
   * Where the content of a file lies.
   *
   * @param start of its first byte
   * @param length in bytes
   */
  public record Entry(int start, int length) {}

  /**
   * The files by base name, in order.
   *
   * @param file where the archive was read, for complaints
   */
  public static Map<String, Entry> entries(byte[] archive, Path file) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    int at = 0;
    while (at < archive.length && archive[at] != 0) {
      if (archive.length - at < BLOCK) {
        throw cutOff(file, archive.length);
      }
      checkHeader(archive, at, file);
      long length = octal(archive, at + 124, 12, file);
      if (length > archive.length - at - BLOCK) {
        throw cutOff(file, archive.length);
      }
      byte type = archive[at + 156];
      if (type == '0' || type == 0) {
        String name = text(archive, at, 100);
        entries.put(name.substring(name.lastIndexOf('/') + 1), new Entry(at + BLOCK, (int) length));
      }
      long next = at + BLOCK + (length + BLOCK - 1) / BLOCK * BLOCK;
      at = (int) Math.min(next, archive.length);
    }
    return entries;
  }

  /** The checksum is the sum of the header's bytes, its own eight taken as blanks. */
  private static void checkHeader(byte[] archive, int at, Path file) {
    long sum = 8 * ' ';
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? 0 : archive[at + i] & 0xFF;
    }
    if (sum != octal(archive, at + 148, 8, file)) {
      throw new FormatException(file, "byte " + at, "there is no tar header here; fetch it again");
    }
  }

  private static long octal(byte[] archive, int from, int length, Path file) {
    String digits = text(archive, from, length).strip();
    try {
      return Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      FormatException fault =
          new FormatException(
              file, "byte " + from, "'" + digits + "' is no octal number of a tar header");
      fault.initCause(e);
      throw fault;
    }
  }

  private static String text(byte[] archive, int from, int limit) {
    int length = 0;
    while (length < limit && archive[from + length] != 0) {
      length++;
    }
    return new String(archive, from, length, StandardCharsets.ISO_8859_1);
  }

  private static FormatException cutOff(Path file, int length) {
    return new FormatException(
        file, "byte " + length, "the tar archive ends within a file; it is cut off");
  }
}
