package homeostat.kinds.dale;

import homeostat.array.Arrays;
import homeostat.lab.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weighted means of numbers by name; numbers that are not finite are left out. */
final class Averages {
  private final Map<String, double[]> sums = new LinkedHashMap<>();

  void add(String name, double value, double weight) {
    if (Double.isFinite(value)) {
      double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
      sum[0] += weight * value;
      sum[1] += weight;
    }
  }

  void clear() {
    sums.clear();
  }

  Row row() {
    Row row = new Row();
    sums.forEach((name, sum) -> row.put(name, sum[0] / sum[1]));
    return row;
  }

  Arrays save() {
    Arrays.Builder saved = Arrays.builder();
    sums.forEach((name, sum) -> saved.put(name, sum.clone()));
    return saved.build();
  }

  void load(Arrays saved) {
    sums.clear();
    saved.names().forEach(name -> sums.put(name, saved.doubles(name).clone()));
  }
}
