package homeostat.kinds.disinhibition.alignment;

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
import java.util.Set;

/** Cosines against gain: a column for each hidden layer, a row for each rule and Jacobian. */
record AlignmentFigure(List<AlignmentCase> cases, List<double[]> cosines, List<String> layers) {

  /** A little above the cosine of the gradient itself. */
  private static final double TOP = 1.02;

  Figure draw() {
    Set<String> panels = new LinkedHashSet<>();
    cases.forEach(one -> panels.add(one.panel()));
    List<Column> columns = new ArrayList<>();
    for (int l = 0; l < layers.size() - 1; l++) {
      List<Panel> rows = new ArrayList<>();
      for (String panel : panels) {
        rows.add(new Panel(1, lines(panel, l)));
      }
      columns.add(new Column(1, rows));
    }
    return new Board("", columns, 3.4 * columns.size() + 0.6, 2.4 * panels.size() + 0.5);
  }

  private Lines lines(String panel, int layer) {
    Set<String> names = new LinkedHashSet<>();
    cases.forEach(one -> names.add(one.curve()));
    List<Curve> curves = new ArrayList<>();
    for (String name : names) {
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        if (cases.get(i).panel().equals(panel) && cases.get(i).curve().equals(name)) {
          x.add(cases.get(i).gain());
          y.add(cosines.get(i)[layer]);
        }
      }
      curves.add(new Curve(name, Ink.cycle(curves.size()), array(x), array(y)));
    }
    return new Lines(
        panel + ", layer " + (layer + 1),
        Axis.log("gain K"),
        Axis.of("cosine with the gradient", lowest(panel), TOP),
        curves,
        List.of(new Mark("", Ink.NEUTRAL, false, 1)));
  }

  /** Where the axis of a panel begins: the same for all of its rule, just below its data. */
  private double lowest(String panel) {
    double lowest = TOP - 0.1;
    for (int i = 0; i < cases.size(); i++) {
      if (rule(panel).equals(rule(cases.get(i).panel()))) {
        for (int l = 0; l < layers.size() - 1; l++) {
          lowest = Math.min(lowest, cosines.get(i)[l]);
        }
      }
    }
    return Math.max(-1, Math.floor(10 * lowest - 0.2) / 10);
  }

  private static String rule(String panel) {
    return panel.replaceFirst(",.*", "");
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
