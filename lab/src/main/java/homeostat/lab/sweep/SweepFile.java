package homeostat.lab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.AtomicFile;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Document;
import homeostat.lab.config.Kinds;
import homeostat.lab.record.JsonFile;
import homeostat.lab.record.RunFolder;
import homeostat.lab.run.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code sweep.json}: every cell of a sweep with its whole config, so that the sweep can go on from
 * its folder alone.
 */
public final class SweepFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SweepFile() {}

  /** Whether a folder is that of a sweep. */
  public static boolean in(RunFolder folder) {
    return Files.isRegularFile(file(folder));
  }

  /**
   * Reads the sweep of a folder.
   *
   * @param arguments settings that hold in every cell, for example {@code run.threads=2}
   * @throws UserError if the file is missing or damaged, or a config in it is no longer valid
   */
  public static Sweep read(RunFolder folder, List<String> arguments, Kinds kinds) {
    Path file = file(folder);
    JsonNode root = root(file);
    List<Cell> cells = new ArrayList<>();
    for (JsonNode node : root.path("cells")) {
      String name = node.path("name").asText();
      Map<String, String> axes = new LinkedHashMap<>();
      node.path("axes").properties().forEach(a -> axes.put(a.getKey(), a.getValue().asText()));
      Document config = Document.parse(file + " cell " + name, node.path("config").asText());
      cells.add(new Cell(name, axes, Job.of(ConfigLoader.load(config, arguments, kinds))));
    }
    Set<String> repeats = new LinkedHashSet<>();
    root.path("repeats").forEach(axis -> repeats.add(axis.asText()));
    List<Objective> objectives = new ArrayList<>();
    for (JsonNode node : root.path("objectives")) {
      objectives.add(
          new Objective(
              node.path("name").asText(),
              node.has("target") ? Optional.of(node.path("target").asDouble()) : Optional.empty(),
              node.path("weight").asDouble()));
    }
    return Sweep.of(cells, repeats, root.path("keep").asBoolean(), objectives);
  }

  static void write(RunFolder folder, Sweep sweep) {
    ObjectNode root = JSON.createObjectNode();
    root.put("keep", sweep.keep());
    ArrayNode repeats = root.putArray("repeats");
    sweep.repeats().stream().sorted().forEach(repeats::add);
    ArrayNode objectives = root.putArray("objectives");
    for (Objective objective : sweep.objectives()) {
      ObjectNode node = objectives.addObject().put("name", objective.name());
      objective.target().ifPresent(target -> node.put("target", target));
      node.put("weight", objective.weight());
    }
    ArrayNode cells = root.putArray("cells");
    for (Cell cell : sweep.cells()) {
      ObjectNode node = cells.addObject();
      node.put("name", cell.name());
      ObjectNode axes = node.putObject("axes");
      cell.axes().forEach(axes::put);
      node.put("config", cell.job().config());
    }
    AtomicFile.write(file(folder), root.toPrettyString() + "\n");
  }

  private static Path file(RunFolder folder) {
    return folder.path().resolve("sweep.json");
  }

  /** Where every cell that was asked for stands, in order; none in a folder of no sweep. */
  public static List<Map<String, String>> places(Path sweep) {
    if (!Files.isRegularFile(file(new RunFolder(sweep)))) {
      return List.of();
    }
    List<Map<String, String>> places = new ArrayList<>();
    for (JsonNode cell : tree(new RunFolder(sweep)).path("cells")) {
      Map<String, String> axes = new LinkedHashMap<>();
      cell.path("axes")
          .properties()
          .forEach(axis -> axes.put(axis.getKey(), axis.getValue().asText()));
      places.add(axes);
    }
    return places;
  }

  /** The file of a sweep as it is, without checking the configs in it. */
  static JsonNode tree(RunFolder folder) {
    return root(file(folder));
  }

  private static JsonNode root(Path file) {
    if (!Files.isReadable(file)) {
      throw new UserError(file + ": cannot be read; give the folder of a sweep");
    }
    return JsonFile.read(file, "put back a copy of the file, or start the sweep anew");
  }
}
