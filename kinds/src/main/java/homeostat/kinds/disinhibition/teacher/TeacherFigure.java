package homeostat.kinds.disinhibition.teacher;

import homeostat.disinhibition.teacher.StudentShape;
import homeostat.kinds.image.figures.EpochTable;
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
 * How students came to follow their teacher.
 *
 * @param epochs of training
 * @param rules one a student
 */
record TeacherFigure(EpochTable epochs, List<String> rules) {
  /** Points of a trace. */
  private static final int SHOWN = 1000;

  /** Loss and cost over time alone. */
  Figure course() {
    return new Board(
        "",
        List.of(
            new Column(1, List.of(new Panel(1, losses()))),
            new Column(1, List.of(new Panel(1, costs())))),
        10,
        3.4);
  }

  /**
   * With one output unit before and after, and two of the inputs.
   *
   * @param before outputs of each student and of the teacher, [time][output]
   * @param after the same after training
   * @param x inputs, [time][input]
   */
  Figure whole(
      List<double[]> before, List<double[]> after, double[] x, StudentShape shape, double dt) {
    int unit = liveliest(before.getLast(), shape.outputs());
    return new Board(
        "",
        List.of(
            new Column(
                1.2,
                List.of(
                    new Panel(1, trace("Before training", before, unit, shape, dt)),
                    new Panel(1, trace("After training", after, unit, shape, dt)),
                    new Panel(0.8, inputs(x, shape, dt)))),
            new Column(1, List.of(new Panel(1, losses()), new Panel(1, costs())))),
        11,
        7.2);
  }

  /** The output whose teacher varies most: others can be all but silent. */
  private static int liveliest(double[] teacher, int outputs) {
    int liveliest = 0;
    double most = -1;
    for (int o = 0; o < outputs; o++) {
      double sum = 0;
      double squares = 0;
      int count = teacher.length / outputs;
      for (int t = 0; t < count; t++) {
        double rate = teacher[t * outputs + o];
        sum += rate;
        squares += rate * rate;
      }
      double variance = squares / count - sum * sum / count / count;
      if (variance > most) {
        most = variance;
        liveliest = o;
      }
    }
    return liveliest;
  }

  private Lines trace(
      String title, List<double[]> outputs, int unit, StudentShape shape, double dt) {
    List<Curve> curves = new ArrayList<>();
    int count = outputs.getLast().length / shape.outputs();
    int half = count / 2;
    curves.add(curve("teacher", Ink.TARGET, outputs.getLast(), shape.outputs(), unit, count, dt));
    for (int i = 0; i < rules.size(); i++) {
      curves.add(
          curve(rules.get(i), Ink.cycle(i), outputs.get(i), shape.outputs(), unit, count, dt));
    }
    return new Lines(
        title,
        Axis.of("time (s)"),
        Axis.of("rate of output " + (unit + 1)),
        curves,
        List.of(new Mark("control on", Ink.NEUTRAL, true, half * dt)));
  }

  private static Curve curve(
      String name, Ink ink, double[] all, int width, int column, int count, double dt) {
    int every = Math.max(1, count / SHOWN);
    int points = (count + every - 1) / every;
    double[] t = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      t[i] = i * every * dt;
      y[i] = all[i * every * width + column];
    }
    return new Curve(name, ink, t, y);
  }

  private static Lines inputs(double[] x, StudentShape shape, double dt) {
    List<Curve> curves = new ArrayList<>();
    int count = x.length / shape.inputs();
    for (int i = 0; i < Math.min(2, shape.inputs()); i++) {
      curves.add(curve("input " + (i + 1), Ink.cycle(i + 4), x, shape.inputs(), i, count, dt));
    }
    return new Lines("Two inputs", Axis.of("time (s)"), Axis.of("input"), curves, List.of());
  }

  private Lines losses() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      String rule = rules.get(i);
      curves.add(ofEpochs(rule + ", without control", "open_loop_loss/" + rule, Ink.cycle(i)));
      curves.add(ofEpochs(rule + ", under control", "closed_loop_loss/" + rule, Ink.cycle(i + 4)));
    }
    return new Lines(
        "Distance from the teacher",
        Axis.of("time of training (min)"),
        Axis.log("loss"),
        curves,
        List.of());
  }

  private Lines costs() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      curves.add(ofEpochs(rules.get(i), "control_cost/" + rules.get(i), Ink.cycle(i)));
    }
    return new Lines(
        "Control needed",
        Axis.of("time of training (min)"),
        Axis.of("control cost H"),
        curves,
        List.of());
  }

  private Curve ofEpochs(String name, String column, Ink ink) {
    return new Curve(name, ink, epochs.column("minutes"), epochs.column(column));
  }
}
