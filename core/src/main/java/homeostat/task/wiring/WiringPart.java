package homeostat.task.wiring;

import homeostat.array.AtomicFile;
import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.array.Gz;
import homeostat.array.Sha256;
import homeostat.task.dataset.Download;
import homeostat.task.dataset.Tar;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A file of a published connectome.
 *
 * @param name of the file, as published
 * @param limit more bytes than it can have
 * @param sha256 of its bytes, where it is known
 * @param columns that a table has; empty for other files
 * @param members that an archive holds, and that are unpacked beside it; empty for other files
 */
public record WiringPart(
    String name, long limit, Optional<Sha256> sha256, List<String> columns, List<String> members) {
  private static final int LARGEST_ARCHIVE = 1 << 30;

  /** Copies the lists. */
  public WiringPart {
    columns = List.copyOf(columns);
    members = List.copyOf(members);
  }

  /** A file of known content. */
  static WiringPart known(String name, String sha256) {
    return new WiringPart(name, 1 << 20, Optional.of(new Sha256(sha256)), List.of(), List.of());
  }

  /** A table of which only some columns are known. */
  static WiringPart table(String name, long limit, String... columns) {
    return new WiringPart(name, limit, Optional.empty(), List.of(columns), List.of());
  }

  /** A compressed tar archive of which only the members are known. */
  static WiringPart archive(String name, long limit, String... members) {
    return new WiringPart(name, limit, Optional.empty(), List.of(), List.of(members));
  }

  /** What has to be fetched. */
  public Download download() {
    return new Download(name, limit, this::check);
  }

  /**
   * Looks at a whole file.
   *
   * @throws FormatException if it is not what it should be
   */
  void check(Path file) {
    if (sha256.isPresent()) {
      Sha256 own = Sha256.ofFile(file);
      if (!own.equals(sha256.get())) {
        throw new FormatException(
            file,
            "",
            "has the SHA-256 "
                + own.hex()
                + ", not "
                + sha256.get().hex()
                + " as published; it is damaged or another version");
      }
      return;
    }
    whole(file);
    if (!columns.isEmpty()) {
      try (CsvTable table = CsvTable.open(file)) {
        columns.forEach(table::column);
        if (!table.next()) {
          throw new FormatException(file, "line 2", "there are no rows; it is cut off");
        }
      }
    }
    if (!members.isEmpty()) {
      Map<String, Tar.Entry> found = Tar.entries(Gz.read(file, LARGEST_ARCHIVE), file);
      for (String member : members) {
        if (!found.containsKey(member)) {
          throw new FormatException(file, "", "does not hold " + member + ", as it should");
        }
      }
    }
  }

  /** Reads to the end: what is compressed carries a checksum of its own. */
  private static void whole(Path file) {
    long read = 0;
    byte[] block = new byte[1 << 16];
    try (InputStream in = Gz.open(file)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        read += n;
      }
    } catch (EOFException | ZipException e) {
      FormatException fault =
          new FormatException(
              file, "byte " + read + " of its content", "is cut off or damaged; fetch it again");
      fault.initCause(e);
      throw fault;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  /** Unpacks the members of an archive into its folder. */
  void unpack(Path folder) {
    if (members.isEmpty()) {
      return;
    }
    Path file = folder.resolve(name);
    byte[] archive = Gz.read(file, LARGEST_ARCHIVE);
    Map<String, Tar.Entry> entries = Tar.entries(archive, file);
    for (String member : members) {
      Tar.Entry entry = entries.get(member);
      if (entry == null) {
        throw new FormatException(file, "", "does not hold " + member + ", as it should");
      }
      AtomicFile.write(
          folder.resolve(member), out -> out.write(archive, entry.start(), entry.length()));
    }
  }

  /** Whether it is there, as itself or as its members. */
  boolean in(Path folder) {
    return members.isEmpty()
        ? Files.isRegularFile(folder.resolve(name))
        : members.stream().allMatch(member -> Files.isRegularFile(folder.resolve(member)));
  }
}
