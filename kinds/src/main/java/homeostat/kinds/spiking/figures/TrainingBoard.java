package homeostat.kinds.spiking.figures;

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
import java.util.Arrays;
import java.util.List;

/**
 * The course of training: rates on their way to the targets, losses, scaling factors, gradient
 * norms.
 */
public final class TrainingBoard {
  private final History history;
  private final Activity.Population population;
  private final Axis x;
  private final double[] steps;
  private final List<Mark> inputSteps;

  /**
   * @param inputSteps chunks at which the rate of the inputs steps
   */
  public TrainingBoard(History history, Activity.Population population, List<Double> inputSteps) {
    this.inputSteps =
        inputSteps.stream().map(chunk -> new Mark("input", Ink.INPUT, true, chunk)).toList();
    this.history = history;
    this.population = population;
    this.steps = history.column("epoch");
    this.x = Axis.of("chunk");
  }

  /** The figure. */
  public Figure draw() {
    return new Board(
        "",
        List.of(
            new Column(1, List.of(new Panel(1, rates()), new Panel(1, strengths()))),
            new Column(1, List.of(new Panel(1, losses()), new Panel(1, drive())))),
        11,
        7);
  }

  private Lines rates() {
    List<Curve> curves = new ArrayList<>();
    List<Mark> marks = new ArrayList<>(inputSteps);
    for (int c = 0; c < population.types().size(); c++) {
      String name = population.types().get(c);
      Ink ink = CellInk.of(c, population.types().size(), name);
      curves.add(new Curve(name, ink, steps, history.column("firing_rate/" + name + "/mean")));
      marks.add(new Mark("", ink, false, population.targets()[c]));
    }
    return new Lines(
        "Firing rates, targets dashed", x, Axis.of("rate (Hz)", 0, Double.NaN), curves, marks);
  }

  /** Factors where they are trained, else mean weights of pairs of types. */
  private Lines strengths() {
    List<Curve> weights = byPrefix("strengths/", "");
    return weights.isEmpty()
        ? new Lines(
            "Scaling factors", x, Axis.log("factor"), byPrefix("scaling_factors/", ""), inputSteps)
        : new Lines("Mean weights", x, Axis.log("relative to the start"), weights, inputSteps);
  }

  private Lines losses() {
    List<Curve> curves = new ArrayList<>();
    int i = 0;
    for (String name : history.names()) {
      double[] values = history.column(name);
      if (name.endsWith("_loss") && Arrays.stream(values).anyMatch(v -> v > 0)) {
        String label = name.substring(0, name.length() - "_loss".length()).replace('_', ' ');
        double[] positive = Arrays.stream(values).map(v -> v > 0 ? v : Double.NaN).toArray();
        curves.add(
            new Curve(
                label, label.equals("total") ? Ink.NEUTRAL : Ink.cycle(i++), steps, positive));
      }
    }
    return new Lines("Losses", x, Axis.log("loss"), curves, List.of());
  }

  /** What drives the updates: gradients, or the errors of a rule without them. */
  private Lines drive() {
    if (history.names().stream().noneMatch(name -> name.startsWith("gradients/"))) {
      List<Curve> errors = new ArrayList<>();
      for (int c = 0; c < population.types().size(); c++) {
        String name = population.types().get(c);
        Ink ink = CellInk.of(c, population.types().size(), name);
        errors.add(new Curve(name, ink, steps, history.column("feedback/error/" + name)));
      }
      return new Lines(
          "Errors of the rates", x, Axis.of("|r* - r| / r*", 0, Double.NaN), errors, inputSteps);
    }
    return new Lines(
        "Gradients",
        x,
        Axis.log("norm of the gradient"),
        byPrefix("gradients/", "_norm"),
        List.of());
  }

  private List<Curve> byPrefix(String prefix, String suffix) {
    List<Curve> curves = new ArrayList<>();
    for (String name : history.names()) {
      if (name.startsWith(prefix)) {
        String label = name.substring(prefix.length());
        label =
            label.endsWith(suffix) ? label.substring(0, label.length() - suffix.length()) : label;
        label =
            label.substring(label.indexOf('/') + 1).replace("_to_", " \u2192 ").replace('_', ' ');
        double[] positive =
            Arrays.stream(history.column(name)).map(v -> v > 0 ? v : Double.NaN).toArray();
        curves.add(new Curve(label, Ink.cycle(curves.size()), steps, positive));
      }
    }
    return curves;
  }
}
