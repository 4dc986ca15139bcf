package homeostat.kinds.disinhibition.figures;

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
import java.util.Map;

/**
 * The course of training: accuracy and loss with and without control, and how far each layer's
 * updates are from the gradient.
 *
 * @param epochs the metrics of every epoch
 * @param layers names of the layers, the readout last
 */
public record TrainingFigure(EpochTable epochs, List<String> layers) {
  private static final Map<String, String> PARTS =
      Map.of(
          "train_closed_loop", "training, under control",
          "train_open_loop", "training, without",
          "valid", "validation",
          "test", "test");

  /** Degrees between a gradient and an update that is of no use to it. */
  private static final double RIGHT = 90;

  /** The figure. */
  public Figure draw() {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(
            1,
            List.of(
                new Panel(1, scores("Accuracy", "classified rightly (%)", "_accuracy")),
                new Panel(1, scores("Loss", "loss", "_loss")))));
    boolean compared = epochs.has("angle/" + layers.getFirst());
    if (compared) {
      columns.add(new Column(1, List.of(new Panel(1, angles()), new Panel(1, cost()))));
    }
    return new Board("", columns, compared ? 11 : 6, 6.4);
  }

  private Lines scores(String title, String label, String suffix) {
    List<Curve> curves = new ArrayList<>();
    for (String part : List.of("train_closed_loop", "train_open_loop", "valid", "test")) {
      if (epochs.has(part + suffix)) {
        curves.add(curve(PARTS.getOrDefault(part, part), part + suffix, Ink.cycle(curves.size())));
      }
    }
    return new Lines(title, Axis.of("epoch"), Axis.of(label), curves, List.of());
  }

  private Lines angles() {
    List<Curve> curves = new ArrayList<>();
    double most = RIGHT;
    for (String layer : layers) {
      curves.add(curve(layer, "angle/" + layer, Ink.cycle(curves.size())));
      for (double angle : epochs.column("angle/" + layer)) {
        most = angle > most ? angle : most;
      }
    }
    return new Lines(
        "Between update and true gradient",
        Axis.of("epoch"),
        Axis.of("angle (degrees)", 0, most + 5),
        curves,
        List.of(new Mark("orthogonal", Ink.NEUTRAL, false, RIGHT)));
  }

  private Lines cost() {
    return new Lines(
        "Control",
        Axis.of("epoch"),
        Axis.of("control cost H"),
        List.of(curve("", "control_cost", Ink.FIRST)),
        List.of());
  }

  private Curve curve(String name, String column, Ink ink) {
    return new Curve(name, ink, epochs.column("epoch"), epochs.column(column));
  }
}
