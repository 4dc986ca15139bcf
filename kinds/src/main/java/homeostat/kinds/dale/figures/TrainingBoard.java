package homeostat.kinds.dale.figures;

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
import java.util.Arrays;
import java.util.List;

/**
 * The course of training: accuracy, losses, moments of the layers, how near they are to layer
 * normalisation.
 *
 * @param epochs rows of all epochs
 * @param purpose what the images that judge are: test or validation
 * @param layers names of the layers
 */
public record TrainingBoard(EpochTable epochs, String purpose, List<String> layers) {

  /** The figure. */
  public Figure draw() {
    List<Panel> right = new ArrayList<>();
    right.add(new Panel(1, moments()));
    right.add(new Panel(1, hasLocal() ? local() : alignment()));
    return new Board(
        "",
        List.of(
            new Column(1, List.of(new Panel(1, accuracy()), new Panel(1, loss()))),
            new Column(1, right)),
        11,
        7);
  }

  private boolean hasLocal() {
    return layers.stream().anyMatch(layer -> epochs.has(purpose + "_" + layer + "_local_loss"))
        && layers.stream().noneMatch(layer -> epochs.has("output_alignment_" + layer));
  }

  private static Axis epoch() {
    return Axis.of("epoch");
  }

  private Lines accuracy() {
    List<Curve> curves = new ArrayList<>();
    add(curves, "train", Ink.FIRST, "train_accuracy");
    add(curves, purpose, Ink.SECOND, purpose + "_accuracy");
    add(curves, purpose + ", unshifted", Ink.THIRD, "clean_accuracy");
    return new Lines("Accuracy", epoch(), Axis.of("classified rightly (%)"), curves, List.of());
  }

  private Lines loss() {
    List<Curve> curves = new ArrayList<>();
    add(curves, "train", Ink.FIRST, "train_loss");
    add(curves, purpose, Ink.SECOND, purpose + "_loss");
    add(curves, purpose + ", unshifted", Ink.THIRD, "clean_loss");
    return new Lines("Loss", epoch(), Axis.of("cross-entropy"), curves, List.of());
  }

  private Lines moments() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      add(curves, layers.get(i) + " mean", Ink.cycle(2 * i), purpose + "_" + layers.get(i) + "_mu");
      add(
          curves,
          layers.get(i) + " variance",
          Ink.cycle(2 * i + 1),
          purpose + "_" + layers.get(i) + "_var");
    }
    List<Mark> marks =
        List.of(new Mark("", Ink.TARGET, false, 0), new Mark("", Ink.TARGET, false, 1));
    return new Lines("Activity of a layer's units", epoch(), Axis.of("over units"), curves, marks);
  }

  private Lines local() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      add(curves, layers.get(i), Ink.cycle(i), purpose + "_" + layers.get(i) + "_local_loss");
    }
    return new Lines("Local losses", epoch(), Axis.log("without lambda"), curves, List.of());
  }

  private Lines alignment() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      String layer = layers.get(i);
      add(curves, layer + " output", Ink.cycle(2 * i), "output_alignment_" + layer);
      add(curves, layer + " gradient", Ink.cycle(2 * i + 1), "gradient_alignment_" + layer);
    }
    return new Lines(
        "Alignment with layer normalisation",
        epoch(),
        Axis.of("cosine", Double.NaN, 1),
        curves,
        List.of());
  }

  private void add(List<Curve> curves, String name, Ink ink, String column) {
    if (epochs.has(column) && Arrays.stream(epochs.column(column)).anyMatch(Double::isFinite)) {
      curves.add(new Curve(name, ink, epochs.column("epoch"), epochs.column(column)));
    }
  }
}
