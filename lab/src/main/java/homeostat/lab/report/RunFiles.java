package homeostat.lab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import homeostat.lab.UserError;
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
 * @param metadata values of {@code metadata.json} by path ({@code machine.cores}), in order
 * @param summary values of {@code summary.json} by path
 * @param config values of {@code config.toml}
 */
record RunFiles(
    Path folder,
    Map<String, String> metadata,
    Map<String, Object> summary,
    List<ConfigLine> config,
    MetricsTable metrics) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a run.
   *
   * @throws UserError if the folder is none of a run
   */
  static RunFiles read(Path folder) {
    Path metadata = folder.resolve("metadata.json");
    Path config = folder.resolve("config.toml");
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
    return new RunFiles(
        folder,
        texts,
        json(folder.resolve("summary.json")),
        Files.exists(config) ? ConfigLine.read(text(config)) : List.of(),
        MetricsTable.read(folder.resolve("training_metrics.csv")));
  }

  /** The first of several metadata keys that is there. */
  Optional<String> fact(String... keys) {
    for (String key : keys) {
      String value = metadata.get(key);
      if (value != null && !value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  String name() {
    return fact("name").orElse(folderName());
  }

  String folderName() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  String status() {
    return fact("status").orElse("unknown");
  }

  boolean complete() {
    return status().equals("completed") || status().equals("done");
  }

  private static Map<String, Object> json(Path file) {
    Map<String, Object> flat = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try {
        flatten("", JSON.readTree(text(file)), flat);
      } catch (JsonProcessingException e) {
        throw new UserError(
            file
                + ": line "
                + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                + ": not JSON: "
                + e.getOriginalMessage());
      }
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
