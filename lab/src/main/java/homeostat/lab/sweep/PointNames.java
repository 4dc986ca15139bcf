package homeostat.lab.sweep;

import homeostat.lab.config.TomlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Short unique names of points, which may name folders: {@code seed=42,num_neurons=100}. */
final class PointNames {
  private static final int LONGEST_VALUE = 40;
  private static final int LONGEST = 150;

  private PointNames() {}

  /**
   * Names in the order of the points.
   *
   * @param paths every key that is varied
   */
  static List<String> of(List<Map<String, TomlValue>> points, List<String> paths) {
    Map<String, String> keys = keys(paths);
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Map<String, TomlValue> point : points) {
      List<String> parts = new ArrayList<>();
      point.forEach(
          (path, value) -> parts.add(keys.getOrDefault(path, path) + "=" + safe(value.plain())));
      String name = parts.isEmpty() ? "base" : String.join(",", parts);
      name = name.substring(0, Math.min(name.length(), LONGEST));
      String unique = name;
      // File systems may not tell upper from lower case.
      for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
        unique = name + "~" + i;
      }
      names.add(unique);
    }
    return names;
  }

  /** As many words from the end of each path as tell it from the others. */
  private static Map<String, String> keys(List<String> paths) {
    Map<String, String> keys = new HashMap<>();
    for (String path : paths) {
      String[] words = path.split("\\.", -1);
      String key = path;
      for (int n = 1; n <= words.length; n++) {
        String end = String.join(".", List.of(words).subList(words.length - n, words.length));
        boolean unique =
            paths.stream()
                .noneMatch(o -> !o.equals(path) && (o.equals(end) || o.endsWith("." + end)));
        if (unique) {
          key = end;
          break;
        }
      }
      keys.put(path, safe(key.replace("][", "_").replace("[", "_").replace("]", "")));
    }
    return keys;
  }

  private static String safe(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9._+-]+", "_").replaceAll("^_+|_+$", "");
    return safe.substring(0, Math.min(safe.length(), LONGEST_VALUE));
  }
}
