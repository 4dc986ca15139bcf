package homeostat.kinds.memory;

import homeostat.kinds.memory.config.WorkingMemoryConfig;
import homeostat.lab.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a run within a grid, written in a path as {@code {lr=1e-4|1e-6;n_back=2|3}}: the
 * position of the run's own values in the Cartesian product of these lists, the last key fastest.
 * So each combination of one grid finds the files of the same combination of an earlier one.
 */
final class Combination {
  private static final Pattern GRID = Pattern.compile("\\{([^{}]*)\\}");

  private Combination() {}

  /** The path with the number in place of the grid, where it has one. */
  static String in(String path, WorkingMemoryConfig config) {
    Matcher grid = GRID.matcher(path);
    return grid.find()
        ? grid.replaceFirst(Integer.toString(number(grid.group(1), values(config))))
        : path;
  }

  private static Map<String, String> values(WorkingMemoryConfig config) {
    return Map.of(
        "lr", Double.toString(config.training().lr()),
        "nonlinearity", config.network().nonlinearity().name().toLowerCase(Locale.ROOT),
        "optimizer", config.training().optimizer().name().toLowerCase(Locale.ROOT),
        "pattern_length", Integer.toString(config.task().patternLength()),
        "n_back", Integer.toString(config.task().nBack()));
  }

  private static int number(String grid, Map<String, String> own) {
    int number = 0;
    for (String axis : grid.split(";")) {
      String[] words = axis.split("=", 2);
      String value = own.get(words[0].strip());
      if (words.length != 2 || value == null) {
        throw new UserError(
            "network.pretrained: '"
                + axis
                + "' is no key=value|value of lr, nonlinearity,"
                + " optimizer, pattern_length, n_back");
      }
      List<String> list = List.of(words[1].split("\\|"));
      int at = 0;
      while (at < list.size() && !same(list.get(at).strip(), value)) {
        at++;
      }
      if (at == list.size()) {
        throw new UserError(
            "network.pretrained: " + words[0] + " is " + value + ", which is not among " + list);
      }
      number = number * list.size() + at;
    }
    return number;
  }

  private static boolean same(String listed, String own) {
    try {
      return Double.parseDouble(listed) == Double.parseDouble(own);
    } catch (NumberFormatException e) {
      return listed.equalsIgnoreCase(own); // words, not numbers
    }
  }
}
