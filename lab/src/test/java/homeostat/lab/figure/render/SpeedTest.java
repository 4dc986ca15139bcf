package homeostat.lab.figure.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Events;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Points;
import homeostat.lab.figure.Figure.Raster;
import homeostat.lab.figure.Figure.Scatter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A million points are no reason to wait. */
class SpeedTest {
  private static final int MANY = 1_000_000;
  private static final double SECONDS = 1.5;

  @Test
  void millionSpikes() {
    Random random = new Random(1);
    int[] rows = random.ints(MANY, 0, 5000).toArray();
    double[] times = random.doubles(MANY, 0, 10).toArray();
    quick(
        new Raster(
            "",
            Axis.of("time (s)"),
            Axis.of("neuron"),
            List.of(new Events("excitatory", Ink.EXCITATORY, 5000, rows, times))));
  }

  @Test
  void millionPointsOfACurveAndACloud() {
    Random random = new Random(2);
    double[] x = random.doubles(MANY).sorted().toArray();
    double[] y = random.doubles(MANY).toArray();
    quick(
        new Lines(
            "",
            Axis.of("x"),
            Axis.of("y"),
            List.of(new Curve("a", Ink.FIRST, x, y, y), new Curve("b", Ink.SECOND, x, x)),
            List.of()));
    quick(
        new Scatter(
            "", Axis.of("x"), Axis.of("y"), List.of(new Points("", Ink.FIRST, x, y)), List.of()));
  }

  @Test
  void largeMatrix() {
    double[][] values = new double[2000][2000];
    for (int i = 0; i < 2000; i++) {
      for (int j = 0; j < 2000; j++) {
        values[i][j] = (i * 31 + j * 17) % 101;
      }
    }
    quick(new HeatMap("", Axis.of(""), Axis.of(""), values, List.of(), List.of(), "v", false));
  }

  /** Time of this thread, which draws alone: a busy machine does not count. */
  private static void quick(Figure figure) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3 && best >= SECONDS; i++) {
      long start = clock.getCurrentThreadCpuTime();
      FigureRenderer.png(figure);
      best = Math.min(best, (clock.getCurrentThreadCpuTime() - start) / 1e9);
    }
    assertTrue(best < SECONDS, "took " + best + " s of the processor");
  }
}
