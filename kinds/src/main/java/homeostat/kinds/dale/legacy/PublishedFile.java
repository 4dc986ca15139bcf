package homeostat.kinds.dale.legacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import homeostat.kinds.legacy.Yaml;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of {@code --config-file}: options by section, as YAML or JSON. */
final class PublishedFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PublishedFile() {}

  /** Whether a name is that of such a file; others are files of ours. */
  static boolean is(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /**
   * Options by their dotted names.
   *
   * @throws UserError if the file cannot be read or is not of its format
   */
  static Map<String, String> read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UserError("--config-file: " + file + " cannot be read; give the path of a file");
    }
    if (!file.toString().endsWith(".json")) {
      return Yaml.parse(file, text.lines().toList()).values();
    }
    Map<String, String> options = new LinkedHashMap<>();
    try {
      flatten("", JSON.readTree(text), options);
    } catch (JsonProcessingException e) {
      throw new UserError(file + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    }
    return options;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> to) {
    if (node.isObject()) {
      String prefix = path.isEmpty() ? "" : path + ".";
      node.properties().forEach(e -> flatten(prefix + e.getKey(), e.getValue(), to));
    } else {
      to.put(path, node.asText());
    }
  }
}
