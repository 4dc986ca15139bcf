package homeostat.lab.report;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns aligned, long values shortened in the middle. */
final class TextTable {
  static final String ABSENT = "–";
  private static final int WIDEST = 32;
  private static final int INDENT = 2;

  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param columns names of the columns after the first
   */
  TextTable(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  void heading(String text) {
    rows.add(List.of(text));
  }

  void row(String name, List<String> values) {
    List<String> row = new ArrayList<>();
    row.add(" ".repeat(INDENT) + name);
    values.forEach(value -> row.add(shortened(value)));
    rows.add(List.copyOf(row));
  }

  @Override
  public String toString() {
    List<String> head = new ArrayList<>();
    head.add("");
    columns.forEach(column -> head.add(shortened(column)));
    int[] widths = new int[head.size()];
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.addAll(rows);
    for (List<String> row : all) {
      for (int i = 0; row.size() > 1 && i < row.size(); i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i));
        if (i + 1 < row.size()) {
          line.repeat(' ', widths[i] - length(row.get(i)) + 2);
        }
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String shortened(String value) {
    String line = value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (length(line) <= WIDEST) {
      return line;
    }
    int half = (WIDEST - 1) / 2;
    return line.substring(0, half) + "…" + line.substring(line.length() - half);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
