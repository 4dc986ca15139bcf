package homeostat.task.dataset;

import java.util.Optional;

/**
 * A file of a data set, as its publisher made it. Whoever packs a file anew changes its compressed
 * bytes but not its content, so it is the content's checksum that counts where it is known.
 *
 * @param name of the file, without {@code .gz}
 * @param bytes length of its content
 * @param content SHA-256 of its content in hexadecimal, if known
 * @param packed SHA-256 of the compressed file as published, if known
 */
public record Part(String name, int bytes, Optional<String> content, Optional<String> packed) {

  /** A file whose content is known. */
  public static Part of(String name, int bytes, String content) {
    return new Part(name, bytes, Optional.of(content), Optional.empty());
  }

  /** A file of which only the compressed form is known. */
  public static Part packed(String name, int bytes, String packed) {
    return new Part(name, bytes, Optional.empty(), Optional.of(packed));
  }

  /** A file of which nothing but the length is known. */
  public static Part unknown(String name, int bytes) {
    return new Part(name, bytes, Optional.empty(), Optional.empty());
  }
}
