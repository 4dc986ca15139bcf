package homeostat.lab.report;

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

  static Optional<Figure> of(List<RunFiles> runs, List<String> names) {
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
    List<String> telling = shared.stream().filter(ComparisonFigure::telling).toList();
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

  /** Losses, and means of rates; a learning rate tells nothing, nor does a spread or a target. */
  private static boolean telling(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    boolean rate = name.contains("rate") && !name.contains("learning");
    boolean central = !name.matches(".*[/_](std|target|min|max)([/_].*)?");
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
    String label = column.replace('_', ' ');
    Axis y = MetricPanels.loss(column) ? MetricPanels.axis(label, curves) : Axis.of(label);
    return new Lines("", Axis.of(runs.getFirst().metrics().stepName()), y, curves, List.of());
  }
}
