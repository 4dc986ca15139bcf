package homeostat.cli.wiring;

import homeostat.kernel.Csr;
import homeostat.lab.figure.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Tails: the share of nodes or connections that have a value or more, on logarithmic axes. */
final class Tails {
  /** More points than this cannot be told apart. */
  private static final int MOST_POINTS = 500;

  private Tails() {}

  static Figure degrees(Csr w) {
    return figure(
        "Degree tails",
        "connections of a node",
        "share of nodes",
        List.of(tail("sent", 0, degree(w)), tail("received", 1, degree(w.transpose()))));
  }

  static Figure strengths(Csr w) {
    return figure(
        "Strength tails",
        "sum of absolute weights of a node",
        "share of nodes",
        List.of(tail("sent", 0, strength(w)), tail("received", 1, strength(w.transpose()))));
  }

  static Figure weights(Csr w) {
    List<Figure.Curve> curves = new ArrayList<>();
    for (int sign : new int[] {1, -1}) {
      double[] values =
          IntStream.range(0, w.entries())
              .mapToDouble(e -> sign * w.values()[e])
              .filter(v -> v > 0)
              .toArray();
      if (values.length > 0) {
        Figure.Ink ink = sign > 0 ? Figure.Ink.EXCITATORY : Figure.Ink.INHIBITORY;
        curves.add(tail(sign > 0 ? "positive" : "negative", ink, values));
      }
    }
    return figure("Weight tails", "absolute weight", "share of connections", curves);
  }

  private static Figure figure(String title, String x, String y, List<Figure.Curve> curves) {
    return new Figure.Lines(title, Figure.Axis.log(x), Figure.Axis.log(y), curves, List.of());
  }

  private static Figure.Curve tail(String name, int ink, double[] values) {
    return tail(name, Figure.Ink.cycle(ink), values);
  }

  private static Figure.Curve tail(String name, Figure.Ink ink, double[] values) {
    double[] sorted = DoubleStream.of(values).filter(v -> v > 0).sorted().toArray();
    int points = Math.min(MOST_POINTS, sorted.length);
    double[] x = new double[points];
    double[] y = new double[points];
    for (int k = 0; k < points; k++) {
      // logarithmic steps from the top, where the tail is
      double step = points == sorted.length ? k : rank(k, points, sorted.length);
      int place = sorted.length - 1 - (int) step;
      x[points - 1 - k] = sorted[place];
      y[points - 1 - k] = (sorted.length - place) / (double) values.length;
    }
    return new Figure.Curve(name, ink, x, y);
  }

  private static double rank(int k, int points, int values) {
    return Math.max(k, Math.pow(values, k / (points - 1.0)) - 1);
  }

  private static double[] degree(Csr w) {
    double[] degrees = new double[w.rows()];
    Arrays.setAll(degrees, i -> w.offsets()[i + 1] - w.offsets()[i]);
    return degrees;
  }

  private static double[] strength(Csr w) {
    double[] strengths = new double[w.rows()];
    for (int i = 0; i < strengths.length; i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        strengths[i] += Math.abs(w.values()[e]);
      }
    }
    return strengths;
  }
}
