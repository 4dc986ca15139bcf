package homeostat.cli;

import homeostat.lab.sweep.Contrast;
import homeostat.lab.sweep.PairedComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A paired comparison as lines for a terminal. */
final class ContrastTable {
  private ContrastTable() {}

  static List<String> lines(PairedComparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(comparison.axes());
    header.addAll(
        List.of(
            comparison.by(),
            "n",
            comparison.baseline(),
            "difference",
            "95 % interval",
            "d_z",
            "p",
            "p (Holm)",
            "margin",
            "p beyond margin",
            "verdict"));
    rows.add(header);
    for (Contrast one : comparison.contrasts()) {
      List<String> row = new ArrayList<>(one.place());
      row.addAll(
          List.of(
              one.value(),
              Integer.toString(one.pairs()),
              number(one.baseline()),
              number(one.difference()),
              number(one.low()) + " to " + number(one.high()),
              number(one.effect()),
              number(one.p()),
              number(one.holm()),
              number(one.margin()),
              number(one.equivalence()),
              one.verdict()));
      rows.add(row);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        comparison.quantity() + " against " + comparison.by() + " = " + comparison.baseline());
    rows.forEach(row -> lines.add(line(row, rows)));
    return lines;
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(one -> one.get(at).length()).max().orElse(0);
      line.append(String.format("%-" + Math.max(1, width) + "s  ", row.get(column)));
    }
    return line.toString().stripTrailing();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
  }
}
