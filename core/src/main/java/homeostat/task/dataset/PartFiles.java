package homeostat.task.dataset;

import homeostat.array.FormatException;
import homeostat.array.Gz;
import homeostat.array.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the parts of a data set in a folder, reads and checks them. */
final class PartFiles {
  private PartFiles() {}

  /** The part's file in a folder, plain or compressed. */
  static Optional<Path> find(Path folder, Part part) {
    Path plain = folder.resolve(part.name());
    Path packed = folder.resolve(part.name() + ".gz");
    if (Files.isRegularFile(packed)) {
      return Optional.of(packed);
    }
    return Files.isRegularFile(plain) ? Optional.of(plain) : Optional.empty();
  }

  /**
   * Reads a part.
   *
   * @throws FormatException if it has another length or checksum
   */
  static Checked read(Path file, Part part) {
    return check(part, file, Gz.read(file, part.bytes() + 1), file.toString().endsWith(".gz"));
  }

  /** The same for a file of any name that holds the compressed part. */
  static Checked readPacked(Path file, Part part) {
    return check(part, file, Gz.read(file, part.bytes() + 1), true);
  }

  /**
   * Compares a content with what is known of its part.
   *
   * @param compressed whether {@code file} is the compressed form of this one part
   */
  static Checked check(Part part, Path file, byte[] content, boolean compressed) {
    if (content.length < part.bytes()) {
      throw new FormatException(
          file,
          "byte " + content.length,
          part.name()
              + " has "
              + part.bytes()
              + " bytes, but the file ends here; it is cut off or another one");
    }
    if (content.length > part.bytes()) {
      throw new FormatException(
          file,
          "byte " + part.bytes(),
          part.name() + " ends here, but the file goes on; it is another file");
    }
    String sha = Sha256.of(Sha256.digest().digest(content)).hex();
    part.content().ifPresent(known -> compare(file, "content", known, sha));
    if (part.content().isEmpty()) {
      PublishedSets.refuseAnothers(sha, part, file);
    }
    boolean comparable = compressed && part.content().isEmpty() && part.packed().isPresent();
    if (comparable) {
      compare(file, "file", part.packed().orElseThrow(), Sha256.ofFile(file).hex());
    }
    return new Checked(part, file, content, sha, comparable || part.content().isPresent());
  }

  private static void compare(Path file, String what, String known, String got) {
    if (!known.equals(got)) {
      throw new FormatException(
          file,
          "",
          "the "
              + what
              + " has the SHA-256 checksum "
              + got
              + ", published is "
              + known
              + "; it is damaged, or a file of another data set");
    }
  }
}
