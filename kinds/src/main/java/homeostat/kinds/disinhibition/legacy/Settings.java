package homeostat.kinds.disinhibition.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Settings under the published keys, turned into those of {@code homeostat}; later ones win. */
final class Settings {
  private final Map<String, String> byKey = new LinkedHashMap<>();

  void put(String key, String value) {
    byKey.remove(key);
    byKey.put(key, key.equals("model.solver") ? value.toLowerCase(Locale.ROOT) : value);
  }

  boolean has(String key) {
    return byKey.containsKey(key);
  }

  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    byKey.forEach((key, value) -> arguments.add(key + "=" + value));
    return arguments;
  }

  /** A published value as TOML: Python's True, 1., .5 and null are none of it. */
  static String toml(String text) {
    String value = text.strip();
    if (value.startsWith("[") && value.endsWith("]") && value.indexOf("[", 1) < 0) {
      List<String> parts = new ArrayList<>();
      for (String part : value.substring(1, value.length() - 1).split(",")) {
        if (!part.isBlank()) {
          parts.add(toml(part));
        }
      }
      return "[" + String.join(", ", parts) + "]";
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.equals("true") || lower.equals("false")) {
      return lower;
    }
    if (value.matches("[+-]?\\d+\\.([eE][+-]?\\d+)?")) {
      return value.replaceFirst("\\.", ".0");
    }
    if (value.matches("[+-]?\\.\\d+([eE][+-]?\\d+)?")) {
      return value.replaceFirst("\\.", "0.");
    }
    return value;
  }
}
