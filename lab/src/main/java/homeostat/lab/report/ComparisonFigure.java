package homeostat.lab.report;

import homeostat.lab.UserError;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Metrics of several runs over each other: losses and rates, or all there are without those. */
final class ComparisonFigure {
  private ComparisonFigure() {}

  /**
   * @param wanted columns to draw; empty for losses and rates
   * @throws UserError if a wanted column was not logged by two of the runs
   */
  static Optional<Figure> of(List<RunFiles> runs, List<String> names, List<String> wanted) {
    Map<String, Integer> logged = new LinkedHashMap<>();
    for (RunFiles run : runs) {
      run.metrics().columns().keySet().forEach(column -> logged.merge(column, 1, Integer::sum));
    }
    List<String> shared = new ArrayList<>();
    logged.forEach((column, count) -> {
      if (count > 1) {
        shared.add(column);
      }
    });
    for (String column : wanted) {
      if (!shared.contains(column)) {
        throw new UserError(
            "metrics="
                + column
                + ": not logged by two of the runs; there are "
                + String.join(", ", shared));
      }
    }
    List<String> telling = wanted.isEmpty() ? telling(shared) : wanted;
    List<Lines> panels =
        (telling.isEmpty() ? shared : telling)
            .stream().limit(MetricPanels.MOST).map(column -> panel(column, runs, names)).toList();
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        panels.size() == 1
            ? panels.getFirst()
            : MetricPanels.board("", panels, panels.size() > 4 ? 3 : 2));
  }

  private static List<String> telling(List<String> columns) {
    return columns.stream().filter(ComparisonFigure::telling).toList();
  }

  /** Losses, and means of rates; a learning rate tells nothing, nor does a spread or a target. */
  private static boolean telling(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    boolean rate = name.contains("rate") && !name.contains("learning");
    boolean central = !name.matches(".*[/_](std|target|min|max|active)([/_].*)?");
    return MetricPanels.loss(name) || (rate && central);
  }

  private static Lines panel(String column, List<RunFiles> runs, List<String> names) {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      MetricsTable table = runs.get(i).metrics();
      double[] y = table.columns().get(column);
      if (y != null) {
        curves.add(new Curve(names.get(i), Ink.cycle(i), table.steps(), y));
      }
    }
    String title = column.replace("_to_", " \u2192 ").replace('_', ' ');
    Axis y = MetricPanels.loss(column) ? MetricPanels.axis("", curves) : Axis.of("");
    return new Lines(title, Axis.of(runs.getFirst().metrics().stepName()), y, curves, List.of());
  }
}
