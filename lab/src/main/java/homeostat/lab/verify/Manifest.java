package homeostat.lab.verify;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A manifest of golden cases.
 *
 * @param folder where it and the arrays of its cases lie
 * @param subject whose cases they are
 * @param cases the case objects by id, in order
 */
record Manifest(Path folder, String subject, Map<String, JsonNode> cases) {
  private static final String NAME = "manifest.json";
  private static final String FORMAT = "golden/1";

  /** The manifests of a folder: its own, or one in each of its folders, by name. */
  static List<Manifest> in(Path folder) {
    if (Files.isRegularFile(folder.resolve(NAME))) {
      return List.of(read(folder));
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError(folder + ": no such folder; verify takes one that holds " + NAME);
    }
    try (Stream<Path> children = Files.list(folder)) {
      List<Manifest> found =
          children
              .filter(child -> Files.isRegularFile(child.resolve(NAME)))
              .sorted()
              .map(Manifest::read)
              .toList();
      if (found.isEmpty()) {
        throw new UserError(folder + ": neither it nor a folder in it holds " + NAME);
      }
      return found;
    } catch (IOException e) {
      throw new UserError(folder + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  private static Manifest read(Path folder) {
    Path file = folder.resolve(NAME);
    JsonNode root = parse(file);
    if (!root.isObject()) {
      throw new UserError(file + ": must be a JSON object");
    }
    String format = root.path("format").asText(FORMAT);
    if (!format.equals(FORMAT)) {
      throw new UserError(file + ": format '" + format + "' is not known; it must be " + FORMAT);
    }
    String subject = root.path("subject").asText("");
    if (subject.isEmpty()) {
      throw new UserError(file + ": 'subject' is missing");
    }
    if (!root.path("cases").isArray()) {
      throw new UserError(file + ": 'cases' must be a list");
    }
    Map<String, JsonNode> cases = new LinkedHashMap<>();
    int number = 0;
    for (JsonNode one : root.path("cases")) {
      String place = file + ": case " + number++;
      String id = text(one, "id", place);
      text(one, "kind", place + " ('" + id + "')");
      if (cases.putIfAbsent(id, one) != null) {
        throw new UserError(place + ": id '" + id + "' is there twice");
      }
    }
    return new Manifest(folder, subject, cases);
  }

  private static String text(JsonNode one, String field, String place) {
    JsonNode value = one.path(field);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new UserError(place + ": '" + field + "' must be a text");
    }
    return value.asText();
  }

  private static JsonNode parse(Path file) {
    JsonMapper mapper =
        JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    try {
      return mapper.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new UserError(file + place + ": not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read (" + e.getMessage() + ")");
    }
  }
}
