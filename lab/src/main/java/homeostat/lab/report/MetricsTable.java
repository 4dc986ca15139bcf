package homeostat.lab.report;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of {@code training_metrics.csv}.
 *
 * @param stepName name of the first column
 * @param steps the first column
 * @param columns the others by name, without those that hold no number at all; empty cells are NaN
 * @param note what could not be read, for a run that is still writing; else empty
 */
record MetricsTable(String stepName, double[] steps, Map<String, double[]> columns, String note) {
  static final MetricsTable NONE = new MetricsTable("step", new double[0], Map.of(), "");

  /** Reads as far as the file is whole. */
  static MetricsTable read(Path file) {
    if (!Files.exists(file)) {
      return NONE;
    }
    List<String> names = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    String note = "";
    try (CsvTable table = CsvTable.open(file)) {
      names.addAll(table.header());
      while (table.next()) {
        double[] row = new double[names.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = number(table, i);
        }
        rows.add(row);
      }
    } catch (FormatException e) {
      note = file.getFileName() + " is read up to where it breaks off: " + e.getMessage();
    }
    return names.isEmpty()
        ? new MetricsTable("step", new double[0], Map.of(), note)
        : of(names, rows, note);
  }

  /** A text, such as a phase's name, is no number to draw. */
  private static double number(CsvTable table, int column) {
    if (table.isEmpty(column)) {
      return Double.NaN;
    }
    try {
      return table.number(column);
    } catch (FormatException e) {
      return Double.NaN;
    }
  }

  private static MetricsTable of(List<String> names, List<double[]> rows, String note) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int i = 1; i < names.size(); i++) {
      int column = i;
      double[] values = rows.stream().mapToDouble(row -> row[column]).toArray();
      if (java.util.Arrays.stream(values).anyMatch(v -> !Double.isNaN(v))) {
        columns.put(names.get(i), values);
      }
    }
    double[] steps = rows.stream().mapToDouble(row -> row[0]).toArray();
    return new MetricsTable(names.getFirst(), steps, columns, note);
  }
}
