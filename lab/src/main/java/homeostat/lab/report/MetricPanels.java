package homeostat.lab.report;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Metrics as curves: the losses in one panel, other columns grouped by the first part of their
 * names. {@code .../mean} with {@code .../std} is a curve with a band, {@code .../target} is drawn
 * as a target.
 */
final class MetricPanels {
  /** More panels than these are left to the file. */
  static final int MOST = 12;

  /** More curves in a panel cannot be told apart. */
  private static final int CURVES = 8;

  private static final double PANEL_HEIGHT = 2.6;

  private MetricPanels() {}

  /** Panels in the order of the columns, losses first. */
  static List<Lines> of(MetricsTable table) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("loss", new ArrayList<>());
    for (String column : table.columns().keySet()) {
      groups.computeIfAbsent(group(column), g -> new ArrayList<>()).add(column);
    }
    List<Lines> panels = new ArrayList<>();
    groups.forEach((group, columns) -> split(table, group, columns, panels));
    return List.copyOf(panels);
  }

  /** Panels as a page of so many columns. */
  static Board board(String title, List<Lines> panels, int across) {
    int rows = (panels.size() + across - 1) / across;
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < across; c++) {
      List<Panel> lane = new ArrayList<>();
      for (int r = 0; r < rows; r++) {
        int i = c * rows + r;
        if (i < panels.size()) {
          lane.add(new Panel(1, panels.get(i)));
        }
      }
      if (!lane.isEmpty()) {
        columns.add(new Column(1, lane));
      }
    }
    return new Board(title, columns, 5.6 * columns.size(), PANEL_HEIGHT * Math.max(1, rows) + 0.4);
  }

  static boolean loss(String column) {
    return column.endsWith("loss") || column.startsWith("loss/");
  }

  /** Losses span decades when they train: such a panel is logarithmic. */
  static Axis axis(String label, List<Curve> curves) {
    double[] all = curves.stream().flatMapToDouble(c -> Arrays.stream(c.y())).toArray();
    double low = Arrays.stream(all).filter(Double::isFinite).min().orElse(0);
    double high = Arrays.stream(all).filter(Double::isFinite).max().orElse(0);
    return low > 0 && high > 30 * low ? Axis.log(label) : Axis.of(label);
  }

  private static String group(String column) {
    int slash = column.indexOf('/');
    return loss(column) ? "loss" : slash < 0 ? column : column.substring(0, slash);
  }

  private static void split(
      MetricsTable table, String group, List<String> columns, List<Lines> panels) {
    List<String> drawn =
        columns.stream().filter(c -> !columns.contains(swap(c, "std", "mean"))).toList();
    for (int from = 0; from < drawn.size(); from += CURVES) {
      List<String> part = drawn.subList(from, Math.min(drawn.size(), from + CURVES));
      List<Curve> curves = new ArrayList<>();
      Set<Ink> used = EnumSet.noneOf(Ink.class);
      for (String column : part) {
        double[] spread = table.columns().getOrDefault(swap(column, "mean", "std"), new double[0]);
        double[] y = table.columns().getOrDefault(column, new double[0]);
        String name = part.size() == 1 && columns.size() <= 2 ? "" : curveName(group, column);
        curves.add(new Curve(name, ink(column, used), table.steps(), y, spread));
      }
      String label = group.replace('_', ' ');
      Axis y = group.equals("loss") ? axis(label, curves) : Axis.of(label);
      panels.add(new Lines("", Axis.of(table.stepName()), y, curves, List.of()));
    }
  }

  /** The column with one part of its path replaced; an impossible name if it has no such part. */
  private static String swap(String column, String part, String by) {
    List<String> parts = new ArrayList<>(List.of(column.split("/")));
    int at = parts.lastIndexOf(part);
    if (at < 0) {
      return "";
    }
    parts.set(at, by);
    return String.join("/", parts);
  }

  private static String curveName(String group, String column) {
    String name =
        group.equals("loss")
            ? column.replaceAll("_?loss/?", "")
            : column.substring(Math.min(column.length(), group.length() + 1));
    String short_ = name.replaceAll("(^|/)mean(/|$)", "$1").replaceAll("/$", "").replace('_', ' ');
    return short_.isEmpty() ? "mean" : short_;
  }

  private static Ink ink(String column, Set<Ink> used) {
    String name = column.toLowerCase(java.util.Locale.ROOT);
    Ink ink = Ink.NEUTRAL;
    if (name.endsWith("target")) {
      return Ink.TARGET;
    }
    if (!name.contains("_to_")) {
      ink =
          name.contains("excitatory")
              ? Ink.EXCITATORY
              : name.contains("inhibitory")
                  ? Ink.INHIBITORY
                  : name.contains("input") ? Ink.INPUT : Ink.NEUTRAL;
    }
    for (int i = 0; ink == Ink.NEUTRAL || (used.contains(ink) && i <= CURVES); i++) {
      ink = Ink.cycle(i);
    }
    used.add(ink);
    return ink;
  }

  /** What a reader who sees no picture should know. */
  static String words(List<Lines> panels) {
    List<String> parts = new ArrayList<>();
    for (Lines panel : panels) {
      List<String> curves = panel.curves().stream().map(Curve::name).distinct().toList();
      String names = String.join(", ", curves);
      parts.add(panel.y().label() + (names.isEmpty() ? "" : " (" + names + ")"));
    }
    return "Curves over the run: " + String.join("; ", parts) + ".";
  }

  /** The figure of a list of panels: alone, or a page. */
  static Figure page(List<Lines> panels) {
    return panels.size() == 1 ? panels.getFirst() : board("", panels, 2);
  }
}
