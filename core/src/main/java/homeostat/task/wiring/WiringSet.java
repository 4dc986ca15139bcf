package homeostat.task.wiring;

import homeostat.array.AtomicFile;
import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.task.dataset.DataNote;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.dataset.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A published connectome.
 *
 * @param name of it
 * @param note what a user must know of it
 * @param parts its files
 * @param main the file with its connections
 * @param neurons the table of its neurons, where there is one
 * @param annotations further tables of its neurons
 * @param usage a decision that its files need, for instance an orientation; may be empty
 */
public record WiringSet(
    String name,
    DataNote note,
    List<WiringPart> parts,
    String main,
    Optional<String> neurons,
    List<String> annotations,
    String usage) {
  private static final String SUMS = "SHA256SUMS";

  /** Copies the lists. */
  public WiringSet {
    parts = List.copyOf(parts);
    annotations = List.copyOf(annotations);
  }

  /** How a checksum was confirmed. */
  public enum Known {
    /** It is that of the published file. */
    PUBLISHED,
    /** None is published; it is that of the file when it was fetched. */
    FETCHED,
    /** None is published, and none was written down. */
    NOWHERE
  }

  /**
   * A file that was looked at.
   *
   * @param name of it
   * @param bytes its length
   * @param sha256 of its bytes
   * @param known how that was confirmed
   */
  public record Seen(String name, long bytes, Sha256 sha256, Known known) {}

  /** Where it is, or goes to when it is fetched. */
  public Path folder(DataPlaces places) {
    return folder(name, places);
  }

  /** Where a set of a name would be. */
  public static Path folder(String name, DataPlaces places) {
    return places.target().resolve("connectome").resolve(name);
  }

  /** What has to be fetched to have it. */
  public List<Download> downloads() {
    return parts.stream().map(WiringPart::download).toList();
  }

  /** Whether all of it is in a folder. */
  public boolean in(Path folder) {
    return parts.stream().allMatch(part -> part.in(folder));
  }

  /** Unpacks what was fetched, and writes down the checksums beside it. */
  public void complete(Path folder) {
    parts.forEach(part -> part.unpack(folder));
    StringBuilder sums = new StringBuilder();
    for (String file : files(folder)) {
      sums.append(Sha256.ofFile(folder.resolve(file)).hex()).append("  ").append(file).append('\n');
    }
    AtomicFile.write(folder.resolve(SUMS), sums.toString());
  }

  private List<String> files(Path folder) {
    List<String> files = new ArrayList<>();
    for (WiringPart part : parts) {
      if (Files.isRegularFile(folder.resolve(part.name()))) {
        files.add(part.name());
      }
      files.addAll(part.members());
    }
    return files;
  }

  /**
   * Looks at its files in a folder.
   *
   * @throws FormatException naming the first that is damaged or another one
   */
  public List<Seen> seen(Path folder) {
    Map<String, Sha256> fetched = sums(folder.resolve(SUMS));
    List<Seen> all = new ArrayList<>();
    for (String name : files(folder)) {
      Path file = folder.resolve(name);
      Optional<Sha256> published =
          parts.stream()
              .filter(part -> part.name().equals(name))
              .findFirst()
              .flatMap(WiringPart::sha256);
      Optional<Sha256> due = published.or(() -> Optional.ofNullable(fetched.get(name)));
      Sha256 own = Sha256.ofFile(file);
      if (due.isPresent() && !due.get().equals(own)) {
        throw new FormatException(
            file,
            "",
            "has the SHA-256 "
                + own.hex()
                + ", not "
                + due.get().hex()
                + (published.isPresent() ? " as published" : " as when it was fetched")
                + "; fetch it again");
      }
      Known known =
          published.isPresent() ? Known.PUBLISHED : due.isPresent() ? Known.FETCHED : Known.NOWHERE;
      all.add(new Seen(name, size(file), own, known));
    }
    return all;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Sha256> sums(Path file) {
    Map<String, Sha256> sums = new LinkedHashMap<>();
    if (Files.isRegularFile(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          String[] words = line.split(" +", 2);
          if (words.length == 2) {
            sums.put(words[1], new Sha256(words[0]));
          }
        }
      } catch (IOException e) {
        throw new FormatException(file, "", "cannot be read as a list of checksums; remove it");
      }
    }
    return sums;
  }
}
