package homeostat.kinds.spiking.figures;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of metrics so far, by column: what the training curves are drawn from. */
public final class History {
  private final Map<String, List<Double>> columns = new LinkedHashMap<>();
  private int rows;

  /** Adds the numbers of a row; a column that a row lacks is NaN there. */
  public void add(Row row) {
    row.asMap()
        .forEach((name, value) -> {
          if (value instanceof Number number) {
            pad(columns.computeIfAbsent(name, n -> new ArrayList<>()), rows)
                .add(number.doubleValue());
          }
        });
    rows++;
    columns.values().forEach(column -> pad(column, rows));
  }

  private static List<Double> pad(List<Double> column, int length) {
    while (column.size() < length) {
      column.add(Double.NaN);
    }
    return column;
  }

  /** Names of the columns, in order of appearance. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** [rows] a column. */
  public double[] column(String name) {
    return columns.getOrDefault(name, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** All rows. */
  public Arrays save() {
    Arrays.Builder saved = Arrays.builder();
    columns.forEach((name, values) -> saved.put(name, column(name)));
    return saved.build();
  }

  /** Takes the rows that {@link #save} gave, instead of its own. */
  public void restore(Arrays saved) {
    columns.clear();
    rows = 0;
    for (Map.Entry<String, NdArray> entry : saved.asMap().entrySet()) {
      List<Double> values = new ArrayList<>();
      for (double value : saved.doubles(entry.getKey())) {
        values.add(value);
      }
      columns.put(entry.getKey(), values);
      rows = values.size();
    }
  }

  /** A copy that later rows do not change. */
  public History copy() {
    History copy = new History();
    copy.restore(save());
    return copy;
  }
}
