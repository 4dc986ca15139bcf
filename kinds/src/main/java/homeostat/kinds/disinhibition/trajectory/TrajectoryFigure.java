package homeostat.kinds.disinhibition.trajectory;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.StateRow;
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
import java.util.List;

/**
 * An image's course: outputs and control, and in the deepest layer rates of cells beside what their
 * interneurons receive, where control shows as the distance between the two.
 */
record TrajectoryFigure(Trajectory trajectory, Pairs pairs) {
  /** Cells shown. */
  private static final int CELLS = 4;

  Figure draw() {
    return new Board(
        "",
        List.of(
            new Column(1, List.of(new Panel(1, outputs()), new Panel(1, control()))),
            new Column(1, List.of(new Panel(1, rates()), new Panel(1, gap())))),
        10.5,
        6);
  }

  private List<Mark> marks() {
    return trajectory.controlled()
        ? List.of(new Mark("control on", Ink.NEUTRAL, true, trajectory.closed()))
        : List.of();
  }

  private Lines lines(String title, String label, List<Curve> curves) {
    return new Lines(title, Axis.of("time (s)"), Axis.of(label), curves, marks());
  }

  private Lines outputs() {
    StateRow row = trajectory.row();
    List<Curve> curves = new ArrayList<>();
    for (int o = 0; o < row.layers().outputs(); o++) {
      if (o != trajectory.label()) {
        curves.add(curve(other(curves), Ink.NEUTRAL, trajectory.course(row.output() + o)));
      }
    }
    int right = row.output() + trajectory.label();
    curves.add(curve("class " + trajectory.label(), Ink.SECOND, trajectory.course(right)));
    return lines("Outputs", "output v", curves);
  }

  /** One name for all the classes that the image does not show. */
  private static String other(List<Curve> before) {
    return before.isEmpty() ? "other classes" : "";
  }

  private Lines control() {
    List<Curve> curves = new ArrayList<>();
    for (int o = 0; o < trajectory.row().layers().outputs(); o++) {
      if (o != trajectory.label()) {
        curves.add(curve(other(curves), Ink.NEUTRAL, trajectory.courseOfControl(o)));
      }
    }
    curves.add(
        curve(
            "class " + trajectory.label(),
            Ink.SECOND,
            trajectory.courseOfControl(trajectory.label())));
    return lines("Control", "control c", curves);
  }

  private Lines rates() {
    List<Curve> curves = new ArrayList<>();
    int deepest = trajectory.row().layers().depth() - 1;
    for (int i = 0; i < shown(deepest); i++) {
      curves.add(curve("cell " + (i + 1), Ink.cycle(i), rate(deepest, i)));
    }
    return lines("Cells of layer " + (deepest + 1), "rate", curves);
  }

  private Lines gap() {
    List<Curve> curves = new ArrayList<>();
    StateRow row = trajectory.row();
    int deepest = row.layers().depth() - 1;
    for (int i = 0; i < shown(deepest); i++) {
      double[] rate = rate(deepest, i);
      double[] potential = trajectory.course(row.interneurons(deepest) + i);
      for (int t = 0; t < rate.length; t++) {
        rate[t] -= potential[t];
      }
      curves.add(curve("", Ink.cycle(i), rate));
    }
    double[] range = settled(curves);
    return new Lines(
        "What the synapses see",
        Axis.of("time (s)"),
        Axis.of("rate - interneuron's potential", range[0], range[1]),
        curves,
        marks());
  }

  /** A range for what is left when the start has died away, which would hide it. */
  private double[] settled(List<Curve> curves) {
    double most = 1e-3;
    int from = 0;
    double still = trajectory.times()[trajectory.samples() - 1] / 2;
    double after = Math.min(still, trajectory.closed());
    while (from < trajectory.samples() && trajectory.times()[from] < after) {
      from++;
    }
    for (Curve curve : curves) {
      for (int t = from; t < trajectory.samples(); t++) {
        most = Math.max(most, Math.abs(curve.y()[t]));
      }
    }
    return new double[] {-1.5 * most, 1.5 * most};
  }

  private int shown(int layer) {
    return Math.min(CELLS, trajectory.row().layers().units(layer));
  }

  private double[] rate(int layer, int cell) {
    double[] potential = trajectory.course(trajectory.row().potentials(layer) + cell);
    for (int t = 0; t < potential.length; t++) {
      potential[t] = pairs.excitatory().rate(potential[t]);
    }
    return potential;
  }

  private Curve curve(String name, Ink ink, double[] y) {
    return new Curve(name, ink, trajectory.times(), y);
  }
}
