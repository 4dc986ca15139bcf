package homeostat.kinds.disinhibition.curve;

import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Tangent;
import homeostat.kinds.disinhibition.config.CurveSection.Circuit;
import homeostat.kinds.disinhibition.config.CurveSection.Protocol;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Panel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Panels of curves: a column for each protocol, a row for each line or circuit. */
record CurveFigure(CurvePlan plan, List<CurvePlan.Curve> curves, List<Traced> traced) {
  private static final double COLUMN_INCHES = 3.6;
  private static final double ROW_INCHES = 2.5;
  private static final int INVERSE_POINTS = 300;

  /** What is left of no change at all. */
  private static final double NOTHING = 1e-2;

  /** A side of a curve that is a smaller share of the other one is its end. */
  private static final double SEEN = 2e-3;

  /** Largest ratio of the sides of a panel, for the smaller one to be seen. */
  private static final double WIDE = 6;

  private static final Map<String, String> PAPERS =
      Map.of(
          "sacramento", "Sacramento et al. 2018",
          "meulemans", "Meulemans et al. 2021",
          "payeur", "Payeur et al. 2021",
          "greedy", "Greedy et al. 2022");

  Figure draw() {
    Set<String> rows = new LinkedHashSet<>();
    curves.forEach(curve -> rows.add(curve.row()));
    List<Column> columns = new ArrayList<>();
    if (plan.config().curve().circuits().equals(List.of(Circuit.PAIR))) {
      columns.add(new Column(1, inverses()));
    }
    for (Protocol protocol : plan.config().curve().protocols()) {
      List<Panel> panels = new ArrayList<>();
      for (String row : rows) {
        panels.add(new Panel(1, panel(row, protocol)));
      }
      columns.add(new Column(1, panels));
    }
    return new Board("", columns, COLUMN_INCHES * columns.size(), ROW_INCHES * rows.size() + 0.4);
  }

  private Lines panel(String row, Protocol protocol) {
    List<Curve> shown = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      CurvePlan.Curve curve = curves.get(i);
      // The exact rule under control is many times as strong; its zeros are in the table.
      boolean outgrown = protocol == Protocol.CONTROL && curve.name().contains("exact");
      if (curve.row().equals(row) && curve.protocol() == protocol && !outgrown) {
        Traced one = traced.get(i);
        shown.add(new Curve(curve.name(), Ink.cycle(shown.size()), one.rates(), one.changes()));
      }
    }
    String circuit = PAPERS.getOrDefault(row, row);
    return new Lines(
        circuit + (shown.isEmpty() ? ": nothing to clamp" : ", " + CurvePlan.word(protocol)),
        Axis.of("excitatory rate"),
        changes(shown, protocol),
        shown,
        List.of(new Mark("", Ink.NEUTRAL, false, 0)));
  }

  /** Around the border between growth and decay, which is what the panels are about. */
  private static Axis changes(List<Curve> lines, Protocol protocol) {
    double most = 0;
    double least = 0;
    for (Curve curve : lines) {
      for (double change : curve.y()) {
        most = Math.max(most, change);
        least = Math.min(least, change);
      }
    }
    String label = "change of the synapse";
    if (Math.max(most, -least) < NOTHING) {
      return Axis.of(label, -1, 1);
    }
    if (protocol == Protocol.CONTROL && most > NOTHING && -least > most / 2) {
      return Axis.of(label, -most / 2, 1.1 * most);
    }
    if (protocol == Protocol.NO_CONTROL && Math.min(most, -least) > SEEN * Math.max(most, -least)) {
      return Axis.of(
          label, Math.max(1.08 * least, -WIDE * most), Math.min(1.08 * most, -WIDE * least));
    }
    if (protocol == Protocol.ISOLATED && most > -least && -least > NOTHING) {
      return Axis.of(label, 1.15 * least, -1.15 * least);
    }
    return Axis.of(label);
  }

  /** The inverse of the activation, and each line that stands for it. */
  private List<Panel> inverses() {
    SoftRectifier activation = plan.activation();
    double[] rates = new double[INVERSE_POINTS];
    double[] inverse = new double[INVERSE_POINTS];
    for (int i = 0; i < INVERSE_POINTS; i++) {
      inverse[i] = 8.0 * i / (INVERSE_POINTS - 1);
      rates[i] = activation.rate(inverse[i]);
    }
    List<Panel> panels = new ArrayList<>();
    for (double[] line : plan.config().curve().lines()) {
      Tangent tangent = new Tangent(line[0], line[1]);
      double[] straight = new double[INVERSE_POINTS];
      for (int i = 0; i < INVERSE_POINTS; i++) {
        straight[i] = tangent.at(rates[i]);
      }
      panels.add(
          new Panel(
              1,
              new Lines(
                  "The line and the inverse",
                  Axis.of("inhibitory rate"),
                  Axis.of("potential"),
                  List.of(
                      new Curve("inverse", Ink.NEUTRAL, rates, inverse),
                      new Curve("line", Ink.FIRST, rates, straight)),
                  List.of())));
    }
    return panels;
  }
}
