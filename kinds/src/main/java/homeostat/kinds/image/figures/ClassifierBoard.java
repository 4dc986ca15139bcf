package homeostat.kinds.image.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The course of training, and which classes are taken for which.
 *
 * @param epochs columns epoch, train_loss, train_accuracy and so on
 * @param confusion [true][taken] in % of the images of a class
 */
public record ClassifierBoard(EpochTable epochs, double[][] confusion) {

  /** The figure. */
  public Figure draw() {
    return new Board(
        "",
        List.of(
            new Column(1, List.of(new Panel(1, accuracy()), new Panel(1, loss()))),
            new Column(1.35, List.of(new Panel(1, matrix())))),
        11,
        5.6);
  }

  private Lines accuracy() {
    Axis y = Axis.of("classified rightly (%)");
    return new Lines("Accuracy", epoch(), y, curves("_accuracy"), List.of());
  }

  private Lines loss() {
    return new Lines("Loss", epoch(), Axis.of("cross-entropy"), curves("_loss"), List.of());
  }

  private static Axis epoch() {
    return Axis.of("epoch");
  }

  private List<Curve> curves(String suffix) {
    List<Curve> curves = new ArrayList<>();
    for (String part : List.of("train", "validation", "test")) {
      if (epochs.has(part + suffix)) {
        Ink ink = Ink.cycle(curves.size());
        curves.add(new Curve(part, ink, epochs.column("epoch"), epochs.column(part + suffix)));
      }
    }
    return curves;
  }

  private HeatMap matrix() {
    List<String> names = IntStream.range(0, confusion.length).mapToObj(Integer::toString).toList();
    return new HeatMap(
        "What test images are taken for",
        Axis.of("taken for class"),
        Axis.of("class"),
        confusion,
        names,
        names,
        Axis.of("share (%)", 0, 100),
        confusion.length <= 12);
  }
}
