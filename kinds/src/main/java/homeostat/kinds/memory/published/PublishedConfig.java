package homeostat.kinds.memory.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.lab.UserError;
import homeostat.lab.config.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published {@code config.ini}, with every value in its type.
 *
 * @param sections by section and key: texts, whole numbers, truth values, dictionaries
 */
public record PublishedConfig(Map<String, ObjectNode> sections) {

  /** What the value of a key is. */
  private enum Type {
    TEXT,
    WHOLE,
    TRUTH,
    DICTIONARY
  }

  private static final Map<String, Map<String, Type>> KEYS = keys();

  private static Map<String, Map<String, Type>> keys() {
    Map<String, Map<String, Type>> all = new LinkedHashMap<>();
    all.put(
        "paths",
        Map.of(
            "path_to_network", Type.TEXT, "path_to_results", Type.TEXT, "pretrained", Type.TEXT));
    all.put(
        "net",
        Map.of(
            "net_name",
            Type.TEXT,
            "rnn_size",
            Type.WHOLE,
            "nr_neurons",
            Type.WHOLE,
            "rand_partition",
            Type.TRUTH,
            "random_w",
            Type.TRUTH));
    all.put(
        "trainvalidate",
        Map.of(
            "epochs",
            Type.WHOLE,
            "iterations",
            Type.WHOLE,
            "init",
            Type.TEXT,
            "freeze_layer",
            Type.TRUTH,
            "remap_w",
            Type.TRUTH));
    all.put("trialparams", Map.of("trial_params", Type.DICTIONARY));
    all.put("combosparams", Map.of("combos_params", Type.DICTIONARY));
    all.put(
        "pretrainedparams",
        Map.of("pretrained_epoch", Type.WHOLE, "pretrained_iteration", Type.WHOLE));
    return all;
  }

  /** Copies the map. */
  public PublishedConfig {
    sections = new TreeMap<>(sections);
  }

  /** The keys of a section that were given; an empty object where the section is not there. */
  public ObjectNode section(String name) {
    return sections.getOrDefault(name, JsonNodeFactory.instance.objectNode());
  }

  /**
   * Reads the text of a file.
   *
   * @param file what messages call it
   * @throws UserError with every mistake, each with its line
   */
  public static PublishedConfig parse(String text, String file) {
    Map<String, ObjectNode> sections = new TreeMap<>();
    List<String> mistakes = new ArrayList<>();
    String section = "";
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      String place = file + ", line " + (i + 1);
      if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip();
        if (!KEYS.containsKey(section)) {
          mistakes.add(place + ": there is no section '" + section + "'" + hint(section, KEYS));
        }
        sections.putIfAbsent(section, JsonNodeFactory.instance.objectNode());
        continue;
      }
      // a dictionary may go on over indented lines
      StringBuilder whole = new StringBuilder(line);
      while (i + 1 < lines.length && !lines[i + 1].isBlank() && indented(lines[i + 1])) {
        whole.append(' ').append(lines[++i].strip());
      }
      take(whole.toString(), section, place, sections, mistakes);
    }
    if (!mistakes.isEmpty()) {
      throw new UserError(mistakes);
    }
    return new PublishedConfig(sections);
  }

  private static boolean indented(String line) {
    return Character.isWhitespace(line.charAt(0));
  }

  private static void take(
      String line,
      String section,
      String place,
      Map<String, ObjectNode> sections,
      List<String> mistakes) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    int cut = colon >= 0 && (equals < 0 || colon < equals) ? colon : equals;
    Map<String, Type> known = KEYS.get(section);
    if (known == null) {
      if (section.isEmpty()) {
        mistakes.add(place + ": '" + line + "' stands before any [section]");
      }
      return;
    }
    if (cut < 0) {
      mistakes.add(place + ": '" + line + "' is no key = value");
      return;
    }
    String key = line.substring(0, cut).strip().toLowerCase(Locale.ROOT);
    String value = line.substring(cut + 1).strip();
    Type type = known.get(key);
    if (type == null) {
      mistakes.add(place + ": [" + section + "] has no key '" + key + "'" + hint(key, known));
      return;
    }
    try {
      ObjectNode into = sections.get(section);
      if (into != null) {
        into.set(key, value(type, value, place + ", " + key));
      }
    } catch (UserError e) {
      mistakes.addAll(e.lines());
    }
  }

  private static String hint(String typed, Map<String, ?> known) {
    return Nearest.of(typed, known.keySet()).map(n -> "; did you mean '" + n + "'?").orElse("");
  }

  private static JsonNode value(Type type, String text, String place) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (type) {
      case TEXT -> nodes.textNode(text);
      case WHOLE -> {
        try {
          yield nodes.numberNode(Integer.parseInt(text));
        } catch (NumberFormatException e) {
          throw new UserError(place + ": '" + text + "' is no whole number");
        }
      }
      case TRUTH ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> nodes.booleanNode(true);
            case "false", "no", "off", "0" -> nodes.booleanNode(false);
            default -> throw new UserError(place + ": '" + text + "' must be True or False");
          };
      case DICTIONARY -> {
        JsonNode read = PythonLiteral.parse(text, place);
        if (!read.isObject()) {
          throw new UserError(place + ": a dictionary {\"key\": value, ...} is due");
        }
        yield read;
      }
    };
  }
}
