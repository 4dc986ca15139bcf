package homeostat.lab.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.AtomicFile;
import homeostat.array.Sha256;
import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The input files of a run, each with its fingerprint.
 *
 * @param entries in the order given
 */
public record InputFiles(List<Entry> entries) {

  /**
   * An input.
   *
   * @param name its name in {@code inputs/}
   * @param sha256 of its content
   */
  public record Entry(InputFile file, String name, long bytes, Sha256 sha256) {}

  /**
   * Fingerprints files; writes nothing.
   *
   * @throws UserError if any is missing or no file
   */
  public static InputFiles of(List<InputFile> files) {
    List<String> mistakes = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (InputFile file : files) {
      Path path = file.path();
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        mistakes.add(path + ": input file is missing or cannot be read; correct its path");
        continue;
      }
      try {
        entries.add(new Entry(file, unused(names, path), Files.size(path), Sha256.ofFile(path)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (!mistakes.isEmpty()) {
      throw new UserError(mistakes);
    }
    return new InputFiles(List.copyOf(entries));
  }

  /** Links or copies them into a run's folder; one that is there already stays. */
  public void place(RunFolder folder) {
    for (Entry entry : entries) {
      Path target = folder.inputs().resolve(entry.name);
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        Files.createDirectories(folder.inputs());
        switch (entry.file.strategy()) {
          case COPY -> copy(entry, target);
          case SYMLINK -> Files.createSymbolicLink(target, entry.file.path().toAbsolutePath());
        }
      } catch (IOException | UncheckedIOException e) {
        throw Trouble.with(
            "cannot put input " + entry.file.path() + " into " + folder.inputs(),
            e,
            "make room, or use the other of \"copy\" and \"symlink\"");
      } catch (UnsupportedOperationException e) {
        throw new UserError(target + ": this file system has no symbolic links; use \"copy\"");
      }
    }
  }

  /** The copy is for the record, so it must be what the fingerprint was taken of. */
  private static void copy(Entry entry, Path target) throws IOException {
    AtomicFile.write(target, out -> Files.copy(entry.file.path(), out));
    if (!Sha256.ofFile(target).equals(entry.sha256)) {
      Files.delete(target);
      throw new UserError(
          entry.file.path() + ": changed while the run began; wait until it is written, run again");
    }
  }

  /**
   * Refuses to go on with a run or sweep whose recorded inputs are others now.
   *
   * @throws UserError one line a difference
   */
  public static void checkUnchanged(RunFolder folder) {
    List<String> changes = changes(Metadata.read(folder).path("inputs"), folder);
    if (!changes.isEmpty()) {
      throw new UserError(changes);
    }
  }

  /** As it stands in {@code metadata.json}. */
  ArrayNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Entry entry : entries) {
      ObjectNode node = list.addObject();
      node.put("path", entry.file.path().toAbsolutePath().toString());
      node.put("name", entry.name);
      node.put("strategy", entry.file.strategy().name().toLowerCase(Locale.ROOT));
      node.put("bytes", entry.bytes);
      node.put("sha256", entry.sha256.hex());
    }
    return list;
  }

  /**
   * Compares recorded inputs with the files as they are now.
   *
   * @return one line a difference
   */
  public static List<String> changes(JsonNode recorded, RunFolder folder) {
    List<String> lines = new ArrayList<>();
    for (JsonNode node : recorded) {
      Path path = Path.of(node.path("path").asText());
      String kept =
          node.path("strategy").asText().equals("copy")
              ? "; put back the copy in " + folder.inputs().resolve(node.path("name").asText())
              : "; put back the file that the run began with, or start a new run";
      if (!Files.isRegularFile(path)) {
        lines.add(path + ": input file of the run is gone" + kept);
      } else if (!Sha256.ofFile(path).hex().equals(node.path("sha256").asText())) {
        lines.add(path + ": input file has changed since the run began" + kept);
      }
    }
    return lines;
  }

  private static String unused(Set<String> names, Path path) {
    Path last = path.getFileName();
    String base = last == null ? "input" : last.toString();
    String name = base;
    for (int n = 2; !names.add(name); n++) {
      name = n + "-" + base;
    }
    return name;
  }
}
