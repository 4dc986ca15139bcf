package homeostat.cli.wiring;

import homeostat.cli.Arguments;
import homeostat.cli.Console;
import homeostat.cli.Spelling;
import homeostat.cli.UserPath;
import homeostat.connectome.Connectome;
import homeostat.connectome.Part;
import homeostat.connectome.measure.Components;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which nodes of a connectome the settings of a command line ask for. */
final class PartOfFile {
  private static final String CELL_TYPE = "cell_type";
  private static final String IDS = "ids";
  private static final String ISOLATED = "isolated";
  private static final String COMPONENT = "component";
  static final Set<String> KEYS = Set.of(ISOLATED, COMPONENT, IDS, CELL_TYPE);

  /** More names than this make no message. */
  private static final int MOST_NAMES = 12;

  private final Arguments given;
  private final Console console;
  private final boolean unconnected;
  private final boolean largest;

  PartOfFile(Arguments given, Console console) {
    this.given = given;
    this.console = console;
    unconnected = Decisions.one(given, ISOLATED, "keep", Map.of("keep", false, "drop", true));
    largest = Decisions.one(given, COMPONENT, "all", Map.of("all", false, "largest", true));
  }

  /** A part has to go somewhere: it must not pass for the whole file. */
  void checkOut(Optional<String> out) {
    List<String> asked = KEYS.stream().filter(given.settings()::containsKey).sorted().toList();
    if (!asked.isEmpty() && out.isEmpty()) {
      throw new UserError(
          "a part of the file was asked for ("
              + String.join(", ", asked)
              + "); say where it goes with out=FILE.connectome");
    }
  }

  /** The part; the whole, where no part was asked for. */
  Connectome of(Connectome whole, Path file) {
    Connectome part = whole;
    if (given.settings().containsKey(CELL_TYPE)) {
      part = ofTypes(part, file);
    }
    if (given.settings().containsKey(IDS)) {
      part = listed(part, file);
    }
    if (unconnected) {
      part = Part.connected(part);
    }
    if (largest) {
      boolean[] kept = Components.strong(part.weights()).inLargest();
      part = Part.of(part, kept, "nodes outside the largest strong component dropped");
    }
    if (part.size() == 0) {
      throw new UserError(file + ": no node is left of what was asked for");
    }
    return part;
  }

  private Connectome ofTypes(Connectome whole, Path file) {
    List<String> types =
        Arrays.stream(given.settings().getOrDefault(CELL_TYPE, "").split(","))
            .map(String::strip)
            .toList();
    List<String> names = whole.types().names();
    for (String type : types) {
      if (!names.contains(type)) {
        throw new UserError(
            file
                + ": no node is of type '"
                + type
                + "'"
                + Spelling.hint(type, names)
                + " (there are: "
                + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? ", ... " + names.size() + " in all" : "")
                + ")");
      }
    }
    return Part.ofTypes(whole, types);
  }

  private Connectome listed(Connectome whole, Path file) {
    Path list = UserPath.of(given.settings().getOrDefault(IDS, ""));
    Connectome part = Part.labelled(whole, lines(list), id -> console.print("no node " + id));
    if (part.size() == 0) {
      throw new UserError(IDS + "=" + list + ": names no node of " + file);
    }
    return part;
  }

  private static List<String> lines(Path list) {
    try {
      return Files.readAllLines(list).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UserError(IDS + "=" + list + ": cannot be read as a list of ids, one a line");
    }
  }
}
