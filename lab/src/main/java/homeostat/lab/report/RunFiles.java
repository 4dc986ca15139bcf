package homeostat.lab.report;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.lab.UserError;
import homeostat.lab.record.JsonFile;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the files of a run say, whether it has ended or not. What is missing is absent.
 *
 * @param metadata values of {@code metadata.json} by path ({@code machine.cores}), in order; the
 *     status is {@code dead} if the file says running but nobody works on it
 * @param summary values of {@code summary.json} by path
 * @param config values of {@code config.toml}
 */
record RunFiles(
    Path folder,
    Map<String, String> metadata,
    Map<String, Object> summary,
    List<ConfigLine> config,
    MetricsTable metrics) {
  private static final String STATUS = "status";
  private static final String SWEEP = "sweep";

  /**
   * Reads a run.
   *
   * @throws UserError if the folder is none of a run
   */
  static RunFiles read(Path folder) {
    RunFolder files = new RunFolder(folder);
    Path metadata = files.metadata();
    Path config = files.config();
    if (!Files.isDirectory(folder)) {
      throw new UserError(folder + ": no such folder; give the folder of a run");
    }
    if (!Files.exists(metadata) && !Files.exists(config)) {
      throw new UserError(
          folder + ": not the folder of a run (no metadata.json, no config.toml in it)");
    }
    Map<String, Object> facts = json(metadata);
    Map<String, String> texts = new LinkedHashMap<>();
    facts.forEach((key, value) -> texts.put(key, Shown.plain(value)));
    if (SWEEP.equals(texts.get("kind"))) {
      throw new UserError(
          folder
              + ": a sweep, not a run; its table is "
              + folder.resolve("results.csv")
              + ", and cells that were kept are runs in "
              + folder.resolve("cells"));
    }
    if (texts.containsKey(STATUS)) {
      texts.put(STATUS, RunStatus.read(folder).word());
    }
    return new RunFiles(
        folder,
        texts,
        json(files.summary()),
        Files.exists(config) ? ConfigLine.read(text(config)) : List.of(),
        MetricsTable.read(files.csv()));
  }

  /** A value of the metadata, if it is there. */
  Optional<String> fact(String key) {
    return Optional.ofNullable(metadata.get(key)).filter(value -> !value.isEmpty());
  }

  String name() {
    return fact("name").orElse(folderName());
  }

  String folderName() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  String status() {
    return fact(STATUS).orElse("unknown");
  }

  boolean complete() {
    return status().equals("completed");
  }

  private static Map<String, Object> json(Path file) {
    Map<String, Object> flat = new LinkedHashMap<>();
    if (Files.exists(file)) {
      flatten("", JsonFile.read(file, "put back a copy of the file, or resume the run"), flat);
    }
    return flat;
  }

  private static void flatten(String path, JsonNode node, Map<String, Object> flat) {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (node.isObject()) {
      node.properties().forEach(e -> flatten(prefix + e.getKey(), e.getValue(), flat));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(prefix + i, node.get(i), flat);
      }
    } else if (node.isIntegralNumber() && node.canConvertToLong()) {
      flat.put(path, node.longValue());
    } else if (node.isNumber()) {
      flat.put(path, node.doubleValue());
    } else if (!path.isEmpty()) {
      flat.put(path, node.isNull() ? "" : node.asText());
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }
}
