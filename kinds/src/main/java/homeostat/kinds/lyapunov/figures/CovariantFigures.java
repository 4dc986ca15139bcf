package homeostat.kinds.lyapunov.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Histogram;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Panel;
import java.util.ArrayList;
import java.util.List;

/** Covariant Lyapunov vectors: how many units they are spread over, and how far they part. */
public final class CovariantFigures {
  private static final int PAIRS = 3;

  private CovariantFigures() {}

  /**
   * Both.
   *
   * @param participation units that a vector is spread over, mean over times, [k]
   * @param angles between neighbours in degrees, [time][k - 1]
   */
  public static Figure of(double[] participation, double[] angles, int times, int units) {
    double[] index = new double[participation.length];
    java.util.Arrays.setAll(index, j -> j + 1);
    Figure spread =
        new Lines(
            "",
            Axis.of("index of vector"),
            Axis.of("participation (units)"),
            List.of(new Curve("covariant vectors", Ink.FIRST, index, participation)),
            List.of(new Mark("a random direction", Ink.NEUTRAL, false, units / 3.0)));
    int pairs = angles.length / times;
    List<Figure.Sample> samples = new ArrayList<>();
    for (int j = 0; j < Math.min(PAIRS, pairs); j++) {
      double[] values = new double[times];
      for (int t = 0; t < times; t++) {
        values[t] = angles[t * pairs + j];
      }
      samples.add(new Figure.Sample("%d and %d".formatted(j + 1, j + 2), Ink.cycle(j), values));
    }
    if (samples.isEmpty()) {
      return spread;
    }
    Figure parting =
        new Histogram(
            "",
            Axis.of("angle between vectors (degrees)", 0, 90),
            Axis.of("times"),
            18,
            samples,
            List.of());
    return new Board(
        "",
        List.of(
            new Column(1, List.of(new Panel(1, spread))),
            new Column(1, List.of(new Panel(1, parting)))),
        9,
        3.6);
  }
}
