package homeostat.kinds.memory.figures;

import homeostat.array.Arrays;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Histogram;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of training, the recurrent weights, and how they moved.
 *
 * @param curves losses and accuracies, one value an epoch
 * @param lossName what the loss is called
 * @param units number H
 * @param before recurrent weights before the first epoch, [receiver][sender]
 * @param after recurrent weights now
 */
public record MemoryBoard(
    Arrays curves, String lossName, int units, float[] before, float[] after) {
  private static final int MOST_CELLS = 400;

  /** The figure. */
  public Figure draw() {
    List<Panel> left = new ArrayList<>();
    left.add(new Panel(1, loss()));
    if (!Double.isNaN(curves.doubles("train_accuracy")[0])) {
      left.add(new Panel(1, accuracy()));
    }
    return new Board(
        "",
        List.of(
            new Column(1, left),
            new Column(1.15, List.of(new Panel(1.9, matrix()), new Panel(1, weights())))),
        11,
        6.2);
  }

  private double[] epochs() {
    double[] epochs = new double[curves.doubles("train_loss").length];
    java.util.Arrays.setAll(epochs, e -> e);
    return epochs;
  }

  private Lines loss() {
    return new Lines("Loss", Axis.of("epoch"), Axis.log(lossName), curves("_loss"), List.of());
  }

  private Lines accuracy() {
    Axis y = Axis.of("right (%)", 0, 100);
    return new Lines("Accuracy", Axis.of("epoch"), y, curves("_accuracy"), List.of());
  }

  private List<Curve> curves(String suffix) {
    return List.of(
        new Curve("training", Ink.cycle(0), epochs(), curves.doubles("train" + suffix)),
        new Curve("validation", Ink.cycle(1), epochs(), curves.doubles("validate" + suffix)));
  }

  private HeatMap matrix() {
    int block = Math.max(1, Math.ceilDiv(units, MOST_CELLS));
    int cells = Math.ceilDiv(units, block);
    double[][] values = new double[cells][cells];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < units; j++) {
        double w = after[i * units + j];
        if (block == 1) {
          values[i][j] = w == 0 ? Double.NaN : w;
        } else {
          values[i / block][j / block] += w;
        }
      }
    }
    String unit = block == 1 ? "unit" : "unit, blocks of " + block;
    return new HeatMap(
        "Recurrent weights",
        Axis.of("sending " + unit),
        Axis.of("receiving " + unit),
        values,
        List.of(),
        List.of(),
        block == 1 ? "weight" : "sum of weights",
        false);
  }

  private Histogram weights() {
    return new Histogram(
        "Weights of connections",
        Axis.of("weight"),
        Axis.of("connections"),
        60,
        List.of(sample("before", Ink.cycle(3), before), sample("now", Ink.cycle(1), after)),
        List.of());
  }

  private static Sample sample(String name, Ink ink, float[] weights) {
    List<Double> kept = new ArrayList<>();
    for (float w : weights) {
      if (w != 0) {
        kept.add((double) w);
      }
    }
    return new Sample(name, ink, kept.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
