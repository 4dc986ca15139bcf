package homeostat.kinds.robustness;

import homeostat.kinds.robustness.ChangedImages.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Mean accuracy of the networks of each group.
 *
 * @param cells one a group, change, level, method and batch, in the order of the conditions
 */
record RobustnessTable(List<Cell> cells) {
  /** One measurement. */
  record Entry(String group, Condition condition, double accuracy) {}

  /**
   * Measurements of a group of networks.
   *
   * @param mean accuracy in %
   * @param deviation sample deviation over networks in %; 0 of one
   * @param networks how many
   */
  record Cell(
      String group,
      Change change,
      double level,
      Method method,
      int batch,
      double mean,
      double deviation,
      int networks) {}

  private record Name(String group, Change change, double level, Method method, int batch) {}

  RobustnessTable {
    cells = List.copyOf(cells);
  }

  static RobustnessTable of(List<Entry> entries) {
    Map<Name, List<Double>> byName = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Condition c = entry.condition();
      Name name = new Name(entry.group(), c.change(), c.level(), c.method(), c.batch());
      byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry.accuracy());
    }
    List<Cell> cells = new ArrayList<>();
    byName.forEach((name, values) -> {
      double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      int n = values.size();
      double deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
      cells.add(
          new Cell(
              name.group(),
              name.change(),
              name.level(),
              name.method(),
              name.batch(),
              mean,
              deviation,
              n));
    });
    return new RobustnessTable(cells);
  }

  String csv() {
    StringBuilder text =
        new StringBuilder("group,change,level,method,batch,mean_accuracy,deviation,networks\n");
    for (Cell cell : cells) {
      text.append(
          String.format(
              Locale.ROOT,
              "\"%s\",%s,%s,%s,%d,%.3f,%.3f,%d%n",
              cell.group,
              word(cell.change),
              cell.level,
              cell.method.word(),
              cell.batch,
              cell.mean,
              cell.deviation,
              cell.networks));
    }
    return text.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
