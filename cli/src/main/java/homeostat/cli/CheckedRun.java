package homeostat.cli;

import homeostat.lab.CrossCheck;
import homeostat.lab.Row;
import homeostat.lab.record.Csv;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.WholeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The comparisons of {@code run --check}: as lines for a terminal, and as a table in the run. */
final class CheckedRun {
  private static final String TABLE = "checks.csv";
  private static final String WHEN = "when";

  private final Console console;
  private final List<Row> rows = new ArrayList<>();

  CheckedRun(Console console) {
    this.console = console;
  }

  /**
   * Shows a comparison.
   *
   * @param when of the course of the run
   * @return whether the two ways agree
   */
  boolean told(String when, CrossCheck check) {
    console.print(when + ": " + check.compared());
    List<List<String>> table = new ArrayList<>();
    for (Row row : check.rows()) {
      if (table.isEmpty()) {
        table.add(List.copyOf(row.asMap().keySet()));
      }
      table.add(row.asMap().values().stream().map(CheckedRun::shown).toList());
      rows.add(new Row().put(WHEN, when).putAll(row));
    }
    table.forEach(line -> console.print("  " + aligned(line, table)));
    console.print((check.agrees() ? "agree: " : "DISAGREE: ") + check.verdict());
    return check.agrees();
  }

  /** Writes all that was shown into the run's folder. */
  void keep(RunFolder folder) {
    List<String> columns = List.copyOf(rows.getFirst().asMap().keySet());
    StringBuilder text = new StringBuilder(Csv.line(columns));
    rows.forEach(row -> text.append(Csv.line(columns, row.asMap())));
    WholeFile.write(folder.path().resolve(TABLE), text.toString());
    console.print("checks  " + folder.path().resolve(TABLE));
  }

  private static String shown(Object value) {
    return value instanceof Double number
        ? Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.4g", number)
        : value.toString();
  }

  private static String aligned(List<String> line, List<List<String>> table) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < line.size(); column++) {
      int at = column;
      int width = table.stream().mapToInt(one -> one.get(at).length()).max().orElse(0);
      text.append(String.format(Locale.ROOT, "%-" + (width + 2) + "s", line.get(column)));
    }
    return text.toString().stripTrailing();
  }
}
