package homeostat.kinds.memory.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.Arrays;
import homeostat.kinds.memory.published.Grid;
import homeostat.kinds.memory.published.PublishedConfig;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** Golden cases of published experiment files and their grids. */
final class ConfigCases {
  private ConfigCases() {}

  static Outcome config(GoldenCase golden) {
    ObjectNode found =
        golden.params().has("text")
            ? file(golden.params().get("text").asText())
            : grid((ObjectNode) golden.params().get("combos"));
    Arrays.Builder out = Arrays.builder();
    Map<String, String> checks = new LinkedHashMap<>();
    JsonNode expected = golden.whole().get("expected");
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      JsonNode ours = found.path(entry.getKey());
      compare(entry.getKey(), ours, entry.getValue(), golden.expected(), out, checks);
    }
    return new Outcome(out.build(), checks, Map.of());
  }

  private static ObjectNode file(String text) {
    PublishedConfig config = PublishedConfig.parse(text, "config.ini");
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    config
        .sections()
        .forEach((name, section) -> {
          switch (name) {
            case "trialparams", "combosparams" -> all.setAll(section);
            default -> all.set(name, section);
          }
        });
    return all;
  }

  private static ObjectNode grid(ObjectNode lists) {
    Grid grid = Grid.of(lists);
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    grid.keys().forEach(all.putArray("keys")::add);
    var rows = all.putArray("combinations");
    grid.combinations().forEach(values -> rows.addArray().addAll(values));
    grid.index().forEach(all.putArray("folder_index_lines")::add);
    return all;
  }

  /** Numbers go where the judge compares them; texts, and what is missing, become checks. */
  private static void compare(
      String path,
      JsonNode ours,
      JsonNode theirs,
      Arrays expected,
      Arrays.Builder out,
      Map<String, String> checks) {
    if (expected.names().contains(path)) {
      numbers(path, ours, out, checks);
    } else if (theirs.isObject()) {
      for (Map.Entry<String, JsonNode> field : theirs.properties()) {
        String name = field.getKey();
        compare(path + "/" + name, ours.path(name), field.getValue(), expected, out, checks);
      }
    } else if (theirs.isArray()) {
      checks.put(path + "/length", ours.size() == theirs.size() ? "" : "is " + ours.size());
      for (int i = 0; i < theirs.size(); i++) {
        compare(path + "/" + i, ours.path(i), theirs.get(i), expected, out, checks);
      }
    } else {
      checks.put(path, ours.equals(theirs) ? "" : "is " + ours + ", not " + theirs);
    }
  }

  private static void numbers(
      String path, JsonNode ours, Arrays.Builder out, Map<String, String> checks) {
    if (ours.isArray()) {
      double[] values = new double[ours.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = ours.get(i).asDouble();
      }
      out.put(path, values);
    } else if (ours.isNumber() || ours.isBoolean()) {
      double value = ours.isBoolean() ? (ours.booleanValue() ? 1 : 0) : ours.doubleValue();
      NetworkCases.scalar(out, path, value);
    } else {
      checks.put(path, "is " + ours + ", not a number");
    }
  }
}
