package homeostat.kinds.image.figures;

import homeostat.array.Arrays;
import homeostat.lab.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of every epoch so far, by column. All rows have the same columns. */
public final class EpochTable {
  private final Map<String, List<Double>> columns = new LinkedHashMap<>();

  /** Adds an epoch. */
  public void add(Row row) {
    row.asMap()
        .forEach((name, value) -> {
          if (value instanceof Number number) {
            columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(number.doubleValue());
          }
        });
  }

  /** Whether there is such a column. */
  public boolean has(String name) {
    return columns.containsKey(name);
  }

  /** [epoch]. */
  public double[] column(String name) {
    return columns.getOrDefault(name, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** All epochs, copied. */
  public Arrays save() {
    Arrays.Builder saved = Arrays.builder();
    columns.keySet().forEach(name -> saved.put(name, column(name)));
    return saved.build();
  }

  /** Takes the epochs that {@link #save} gave, instead of its own. */
  public void load(Arrays saved) {
    columns.clear();
    for (String name : saved.names()) {
      List<Double> values = new ArrayList<>();
      for (double value : saved.doubles(name)) {
        values.add(value);
      }
      columns.put(name, values);
    }
  }

  /** A copy that later epochs do not change. */
  public EpochTable copy() {
    EpochTable copy = new EpochTable();
    copy.load(save());
    return copy;
  }
}
