package homeostat.kinds.spiking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The columns of a run's {@code training_metrics.csv}. */
record Columns(List<String> names, List<String[]> rows) {

  static Columns of(Path run) throws IOException {
    List<String> lines = Files.readAllLines(run.resolve("training_metrics.csv"));
    return new Columns(
        Arrays.asList(lines.getFirst().split(",")),
        lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
  }

  /** [row] a column; an empty cell is NaN. */
  double[] of(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new AssertionError("no column " + name + " among " + names);
    }
    return rows.stream()
        .mapToDouble(row -> row[at].isEmpty() ? Double.NaN : Double.parseDouble(row[at]))
        .toArray();
  }

  double last(String name) {
    return of(name)[rows.size() - 1];
  }
}
