package homeostat.cli;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Bar;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.sweep.Contrast;
import homeostat.lab.sweep.PairedComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Paired comparisons as one figure: of one sweep the differences with their intervals, of several
 * Cohen's d_z, a row a sweep, a column a contrast.
 */
final class ContrastFigure {
  private static final String STAMP = "-\\d{8}-\\d{6}-[0-9a-f]+$";

  private ContrastFigure() {}

  static Figure of(Map<String, PairedComparison> comparisons) {
    return comparisons.size() == 1
        ? differences(comparisons.values().iterator().next())
        : effects(comparisons);
  }

  private static Figure differences(PairedComparison comparison) {
    List<Bar> bars = new ArrayList<>();
    for (Contrast one : comparison.contrasts()) {
      double whisker = Double.isNaN(one.high()) ? 0 : one.high() - one.difference();
      bars.add(new Bar(column(one), "", Ink.cycle(0), one.difference(), whisker));
    }
    return new Figure.Bars(
        comparison.by() + " against " + comparison.baseline(),
        Axis.of("change in " + comparison.quantity() + ", 95 % interval"),
        bars);
  }

  private static Figure effects(Map<String, PairedComparison> comparisons) {
    Set<String> columns = new LinkedHashSet<>();
    comparisons.values().forEach(one -> one.contrasts().forEach(c -> columns.add(column(c))));
    List<String> order = new ArrayList<>(columns);
    double[][] values = new double[comparisons.size()][order.size()];
    double most = 0.5;
    int row = 0;
    for (PairedComparison one : comparisons.values()) {
      Arrays.fill(values[row], Double.NaN);
      for (Contrast contrast : one.contrasts()) {
        values[row][order.indexOf(column(contrast))] = contrast.effect();
        most = Math.max(most, Math.abs(Double.isNaN(contrast.effect()) ? 0 : contrast.effect()));
      }
      row++;
    }
    PairedComparison first = comparisons.values().iterator().next();
    return new Figure.HeatMap(
        first.quantity() + ", " + first.by() + " against " + first.baseline(),
        Axis.of(String.join(", ", first.axes()) + ", " + first.by()),
        Axis.of(""),
        values,
        rows(List.copyOf(comparisons.keySet())),
        order,
        Axis.of("Cohen's d_z", -most, most),
        true);
  }

  /** The names without their time stamps, and without the words that all begin or end with. */
  private static List<String> rows(List<String> sweeps) {
    List<List<String>> words =
        sweeps.stream().map(name -> Arrays.asList(name.replaceAll(STAMP, "").split("-"))).toList();
    int shortest = words.stream().mapToInt(List::size).min().orElse(0);
    int head = 0;
    while (head < shortest - 1 && same(words, head, true)) {
      head++;
    }
    int tail = 0;
    while (tail < shortest - 1 - head && same(words, tail, false)) {
      tail++;
    }
    List<String> rows = new ArrayList<>();
    for (List<String> one : words) {
      rows.add(String.join("-", one.subList(head, one.size() - tail)));
    }
    return words.size() > 1 ? rows : words.stream().map(one -> String.join("-", one)).toList();
  }

  private static boolean same(List<List<String>> words, int at, boolean fromStart) {
    return words.stream()
            .map(one -> one.get(fromStart ? at : one.size() - 1 - at))
            .distinct()
            .count()
        == 1;
  }

  private static String column(Contrast contrast) {
    List<String> words = new ArrayList<>(contrast.place());
    words.add(contrast.value());
    return String.join(", ", words);
  }
}
