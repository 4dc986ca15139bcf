package homeostat.kinds.lyapunov.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What spectra cost, and what the interval of orthonormalisation does to them. */
public final class TimingFigures {
  private TimingFigures() {}

  /** Seconds against what varies. */
  public record Series(double[] x, double[] seconds) {}

  /**
   * Running estimates of the largest exponent.
   *
   * @param tons time between orthonormalisations; 0 is adaptive
   * @param estimates time and estimate, [row][2]
   */
  public record Running(double tons, double[][] estimates) {}

  /** The largest exponent as it settles, on a linear and on a logarithmic axis of time. */
  public static Figure intervals(List<Running> all) {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Running running = all.get(i);
      double[] x = new double[running.estimates.length];
      double[] y = new double[x.length];
      for (int r = 0; r < x.length; r++) {
        x[r] = running.estimates[r][0];
        y[r] = running.estimates[r][1];
      }
      String name =
          running.tons == 0
              ? "adaptive"
              : String.format(Locale.ROOT, "every %s \u03c4", trimmed(running.tons));
      curves.add(new Curve(name, Ink.cycle(i), x, y));
    }
    Axis value = Axis.of("largest exponent (1/\u03c4)");
    String label = "time averaged over (\u03c4)";
    return new Board(
        "",
        List.of(
            new Column(
                1, List.of(new Panel(1, new Lines("", Axis.of(label), value, curves, List.of())))),
            new Column(
                1,
                List.of(
                    new Panel(
                        1, new Lines("", Axis.log(label), value, unnamed(curves), List.of()))))),
        9,
        3.6);
  }

  private static List<Curve> unnamed(List<Curve> curves) {
    return curves.stream().map(c -> new Curve("", c.ink(), c.x(), c.y())).toList();
  }

  private static String trimmed(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** Seconds of one thread against what varies. */
  public static Figure time(String label, Series series) {
    return new Lines(
        "",
        Axis.of(label),
        Axis.of("time of one thread (s)"),
        List.of(new Curve("", Ink.FIRST, series.x, series.seconds)),
        List.of());
  }
}
