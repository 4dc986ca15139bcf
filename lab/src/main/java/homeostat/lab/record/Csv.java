package homeostat.lab.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines of a comma-separated table; independent of the locale. */
public final class Csv {
  private Csv() {}

  /** A line of texts, ended. */
  public static String line(List<String> cells) {
    List<String> quoted = new ArrayList<>();
    cells.forEach(cell -> quoted.add(quote(cell)));
    return String.join(",", quoted) + "\n";
  }

  /** The line of a row under a header; a name that the row lacks is an empty cell. */
  public static String line(List<String> columns, Map<String, Object> row) {
    return line(columns.stream().map(name -> cell(row.getOrDefault(name, ""))).toList());
  }

  /** A value as shortest text that reads back to the same value; NaN is empty. */
  public static String cell(Object value) {
    return switch (value) {
      case Double d when d.isNaN() -> "";
      case Double d when d.isInfinite() -> d > 0 ? "inf" : "-inf";
      default -> value.toString();
    };
  }

  private static String quote(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
