package homeostat.kinds.robustness;

import homeostat.kinds.robustness.ChangedImages.Change;
import homeostat.kinds.robustness.RobustnessTable.Cell;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Bar;
import homeostat.lab.figure.Figure.Bars;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Panel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Accuracy against shifts of brightness, with a panel for each group of networks and a curve for
 * each way to adapt; and of frozen networks against contrast and noise. Bands are deviations over
 * networks.
 */
record RobustnessBoard(RobustnessTable table) {
  private static final int MOST_ON_A_PAGE = 3;
  private static final int ACROSS = 3;
  private static final double PANEL_INCHES = 3.2;
  private static final double WIDE_PANEL_INCHES = 4;

  /** Figures by name: one page, or two where there are too many groups for one. */
  Map<String, Figure> draw() {
    List<Panel> adapting = new ArrayList<>();
    List<String> able = groups().stream().filter(this::adapts).toList();
    for (String group : able) {
      adapting.add(new Panel(1, adaptation(group)));
    }
    for (String group : able) {
      for (double shift : singleShifts(group)) {
        adapting.add(new Panel(1, byBatch(group, shift)));
      }
    }
    List<Panel> frozen = new ArrayList<>();
    for (Change change : Change.values()) {
      Lines lines = frozen(change);
      if (!lines.curves().isEmpty()) {
        frozen.add(new Panel(1, lines));
      }
    }
    return groups().size() > MOST_ON_A_PAGE ? pages(adapting, frozen) : page(adapting, frozen);
  }

  private static Map<String, Figure> page(List<Panel> adapting, List<Panel> frozen) {
    List<Column> columns = new ArrayList<>();
    if (!adapting.isEmpty()) {
      columns.add(new Column(1.3, adapting));
    }
    if (!frozen.isEmpty()) {
      columns.add(new Column(1, frozen));
    }
    int rows = Math.max(Math.max(adapting.size(), frozen.size()), 2);
    return Map.of(
        "robustness", new Board("", columns, columns.size() > 1 ? 12 : 7, PANEL_INCHES * rows));
  }

  private static Map<String, Figure> pages(List<Panel> adapting, List<Panel> frozen) {
    Map<String, Figure> pages = new LinkedHashMap<>();
    if (!frozen.isEmpty()) {
      double height = WIDE_PANEL_INCHES * frozen.size();
      pages.put("robustness", new Board("", List.of(new Column(1, frozen)), 12, height));
    }
    if (!adapting.isEmpty()) {
      int across = Math.min(ACROSS, adapting.size());
      List<List<Panel>> columns = new ArrayList<>();
      for (int i = 0; i < across; i++) {
        columns.add(new ArrayList<>());
      }
      for (int i = 0; i < adapting.size(); i++) {
        columns.get(i % across).add(adapting.get(i));
      }
      pages.put(
          "adaptation",
          new Board(
              "",
              columns.stream().map(panels -> new Column(1, panels)).toList(),
              7 * across,
              PANEL_INCHES * columns.getFirst().size()));
    }
    return pages;
  }

  private boolean adapts(String group) {
    return table.cells().stream()
        .anyMatch(cell -> cell.group().equals(group) && cell.method() != Method.FROZEN);
  }

  private List<String> groups() {
    return table.cells().stream().map(Cell::group).distinct().toList();
  }

  private Lines adaptation(String group) {
    List<Curve> curves = new ArrayList<>();
    int colour = 0;
    for (Method method : Method.values()) {
      List<Cell> cells =
          table.cells().stream()
              .filter(cell ->
                  cell.group().equals(group)
                      && cell.method() == method
                      && cell.change() == Change.BRIGHTNESS
                      && cell.batch() > 1)
              .toList();
      Ink ink = method == Method.FROZEN ? Ink.NEUTRAL : Ink.cycle(colour++);
      add(curves, name(method), ink, cells);
    }
    return new Lines(group, Axis.of("shift of brightness"), accuracy(), curves, List.of());
  }

  private List<Double> singleShifts(String group) {
    return table.cells().stream()
        .filter(cell -> cell.group().equals(group) && cell.batch() == 1)
        .map(Cell::level)
        .distinct()
        .toList();
  }

  /** Image by image beside batches, at one shift. */
  private Bars byBatch(String group, double shift) {
    List<Bar> bars = new ArrayList<>();
    for (Cell cell : table.cells()) {
      if (cell.group().equals(group)
          && cell.change() == Change.BRIGHTNESS
          && cell.level() == shift) {
        boolean single = cell.batch() == 1;
        String batch = single ? "image by image" : "batches of " + cell.batch();
        Ink ink = single ? Ink.SECOND : Ink.FIRST;
        bars.add(new Bar(name(cell.method()), batch, ink, cell.mean(), cell.deviation()));
      }
    }
    String title = String.format(Locale.ROOT, "%s at a shift of %+.2f", group, shift);
    return new Bars(title, accuracy(), bars);
  }

  private Lines frozen(Change change) {
    List<Curve> curves = new ArrayList<>();
    for (String group : groups()) {
      List<Cell> cells =
          table.cells().stream()
              .filter(cell ->
                  cell.group().equals(group)
                      && cell.method() == Method.FROZEN
                      && cell.change() == change)
              .toList();
      add(curves, group, Ink.cycle(curves.size()), cells);
    }
    String label =
        switch (change) {
          case BRIGHTNESS -> "shift of brightness";
          case CONTRAST -> "factor of contrast";
          case NOISE -> "deviation of noise";
        };
    String title =
        switch (change) {
          case BRIGHTNESS -> "Frozen networks, other light";
          case CONTRAST -> "Frozen networks, other contrast";
          case NOISE -> "Frozen networks, noise";
        };
    return new Lines(title, Axis.of(label), accuracy(), curves, List.of());
  }

  private static Axis accuracy() {
    return Axis.of("classified rightly (%)", 0, 100);
  }

  private static void add(List<Curve> curves, String name, Ink ink, List<Cell> cells) {
    if (cells.isEmpty()) {
      return;
    }
    curves.add(
        new Curve(
            name,
            ink,
            cells.stream().mapToDouble(Cell::level).toArray(),
            cells.stream().mapToDouble(Cell::mean).toArray(),
            cells.stream().mapToDouble(Cell::deviation).toArray()));
  }

  private static String name(Method method) {
    return method.word().replace('_', ' ');
  }
}
