package homeostat.lab.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.lab.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves what the cases of a manifest refer to: arrays in their NPZ files and other cases. */
final class CaseReader {
  private static final Pattern REFERENCE =
      Pattern.compile("([^:]+):(\\S+)( \\(first half of the time axis\\))?");

  private final Manifest manifest;
  private final Map<String, Arrays> files = new HashMap<>();

  CaseReader(Manifest manifest) {
    this.manifest = manifest;
  }

  /**
   * A case with its inputs resolved.
   *
   * @param golden the case
   * @param texts expected texts, which no array can hold
   */
  record Resolved(GoldenCase golden, List<String> texts) {}

  /** Whether a case only serves others. */
  static boolean isFixture(JsonNode one) {
    return !one.has("expected") && !one.has("samples") && !one.has("rows");
  }

  /** The NPZ file that a case or its inputs need and that is not there, if any. */
  Optional<Path> missingFile(String id) {
    Set<String> needed = new LinkedHashSet<>();
    gather(id, needed, new HashSet<>());
    return needed.stream().map(this::file).filter(file -> !Files.exists(file)).findFirst();
  }

  /** Reads a case. */
  Resolved read(String id) {
    JsonNode one = one(id);
    List<String> texts = new ArrayList<>();
    Arrays expected = values(id, "expected", texts);
    Arrays samples = values(id, "samples", new ArrayList<>());
    GoldenCase golden =
        new GoldenCase(
            id,
            one.path("kind").asText(),
            one.path("variant").asText(""),
            params(one),
            inputs(id, new LinkedHashSet<>()),
            fixtureParams(one),
            expected,
            samples,
            one.has("rows") ? one.get("rows") : MissingNode.getInstance(),
            one,
            manifest.cases());
    return new Resolved(golden, texts);
  }

  private Arrays inputs(String id, Set<String> path) {
    if (!path.add(id)) {
      throw new UserError(place(id) + ": the inputs refer to each other in a circle: " + path);
    }
    Arrays.Builder inputs = Arrays.builder();
    for (Map.Entry<String, JsonNode> field : one(id).path("inputs").properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      Optional<Matcher> reference = reference(value);
      if (value.isObject() && value.size() == 1 && value.path("case").isTextual()) {
        String fixture = value.path("case").asText();
        if (!manifest.cases().containsKey(fixture)) {
          throw new UserError(place(id) + ": input '" + name + "': no case '" + fixture + "'");
        }
        inputs.putAll(name + "/", inputs(fixture, path));
      } else if (reference.isPresent()) {
        NdArray whole = referred(id, name, reference.get(), path);
        inputs.put(name, reference.get().group(3) == null ? whole : firstSteps(id, name, whole));
        if (reference.get().group(3) != null) {
          inputs.put(name + "/whole", whole);
        }
      } else if (isArray(value)) {
        inputs.put(name, stored(id, "input '" + name + "'", value));
      } else {
        inputs.putAll("", JsonValues.of(name, value).numbers());
      }
    }
    path.remove(id);
    return inputs.build();
  }

  private NdArray referred(String id, String name, Matcher reference, Set<String> path) {
    String other = reference.group(1);
    return inputs(other, path)
        .find(reference.group(2))
        .orElseThrow(() ->
            new UserError(
                place(id)
                    + ": input '"
                    + name
                    + "': case '"
                    + other
                    + "' has no input '"
                    + reference.group(2)
                    + "'"));
  }

  private NdArray firstSteps(String id, String name, NdArray array) {
    try {
      return FirstSteps.of(array, one(id).path("params").path("steps").asInt(0));
    } catch (IllegalArgumentException e) {
      throw new UserError(
          place(id) + ": input '" + name + "': " + e.getMessage() + " (params.steps)");
    }
  }

  /** A text {@code id:name} whose id is a case; other texts mean themselves. */
  private Optional<Matcher> reference(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.empty();
    }
    Matcher matcher = REFERENCE.matcher(value.asText());
    return matcher.matches() && manifest.cases().containsKey(matcher.group(1))
        ? Optional.of(matcher)
        : Optional.empty();
  }

  private Arrays values(String id, String section, List<String> texts) {
    Arrays.Builder arrays = Arrays.builder();
    for (Map.Entry<String, JsonNode> field : one(id).path(section).properties()) {
      if (isArray(field.getValue())) {
        arrays.put(
            field.getKey(), stored(id, section + " '" + field.getKey() + "'", field.getValue()));
      } else {
        JsonValues values = JsonValues.of(field.getKey(), field.getValue());
        arrays.putAll("", values.numbers());
        texts.addAll(values.texts());
      }
    }
    return arrays.build();
  }

  private static boolean isArray(JsonNode value) {
    return value.isObject() && value.path("array").isTextual();
  }

  private NdArray stored(String id, String what, JsonNode value) {
    String key = value.path("array").asText();
    NdArray array =
        arrays(id)
            .find(key)
            .orElseThrow(() ->
                new UserError(
                    place(id) + ": " + what + ": " + file(id) + " has no array '" + key + "'"));
    if (value.has("shape")) {
      int[] shape = new int[value.get("shape").size()];
      for (int i = 0; i < shape.length; i++) {
        shape[i] = value.get("shape").get(i).asInt();
      }
      if (!java.util.Arrays.equals(shape, array.shape())) {
        throw new UserError(
            place(id)
                + ": "
                + what
                + ": the manifest says shape "
                + java.util.Arrays.toString(shape)
                + ", the file holds "
                + java.util.Arrays.toString(array.shape()));
      }
    }
    return array;
  }

  private Arrays arrays(String id) {
    return files.computeIfAbsent(id, one -> Npz.read(file(one)));
  }

  /** The cases whose NPZ a case needs, itself among them. */
  private void gather(String id, Set<String> needed, Set<String> seen) {
    if (!seen.add(id)) {
      return;
    }
    JsonNode one = one(id);
    for (String section : List.of("inputs", "expected", "samples")) {
      for (JsonNode value : one.path(section)) {
        if (isArray(value)) {
          needed.add(id);
        }
      }
    }
    for (JsonNode value : one.path("inputs")) {
      reference(value).ifPresent(to -> gather(to.group(1), needed, seen));
      String fixture = value.path("case").asText("");
      if (manifest.cases().containsKey(fixture)) {
        gather(fixture, needed, seen);
      }
    }
  }

  private JsonNode fixtureParams(JsonNode one) {
    for (JsonNode value : one.path("inputs")) {
      JsonNode fixture = manifest.cases().get(value.path("case").asText(""));
      if (fixture != null) {
        return params(fixture);
      }
    }
    return emptyObject();
  }

  private static JsonNode params(JsonNode one) {
    return one.has("params") ? one.get("params") : emptyObject();
  }

  private static ObjectNode emptyObject() {
    return JsonNodeFactory.instance.objectNode();
  }

  private JsonNode one(String id) {
    JsonNode one = manifest.cases().get(id);
    if (one == null) {
      throw new IllegalArgumentException("no case '" + id + "'");
    }
    return one;
  }

  private Path file(String id) {
    return manifest.folder().resolve(id + ".npz");
  }

  private String place(String id) {
    return manifest.folder().resolve("manifest.json") + ": case '" + id + "'";
  }
}
