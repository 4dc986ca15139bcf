package homeostat.kinds.lyapunov.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Points;
import homeostat.lab.figure.Figure.Scatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Training across a sweep: convergence and spectra, as the published figures define them. */
public final class SweepFigures {
  private SweepFigures() {}

  /**
   * One sample of one place of the sweep.
   *
   * @param place values of the axes
   * @param loss mean of the last epochs
   * @param gradient mean of the summed gradient norms over the last epochs
   * @param exponents in the end, on an independent trajectory, [k]
   * @param raw variance around -1 of the whole spectrum before training, or NaN
   */
  public record Point(String place, double loss, double gradient, double[] exponents, double raw) {}

  /** Loss and gradient of the last epochs: every sample, and their mean. */
  public static Figure convergence(String axis, List<Point> points) {
    List<String> places = new ArrayList<>(places(points));
    return new Board(
        "",
        List.of(
            new Column(
                1, List.of(new Panel(1, panel(axis, "loss, last epochs", points, Point::loss)))),
            new Column(
                1,
                List.of(
                    new Panel(
                        1, panel(axis, "gradient norm, last epochs", points, Point::gradient))))),
        Math.max(9, 1.2 * places.size()),
        3.6);
  }

  private static Set<String> places(List<Point> points) {
    Set<String> places = new LinkedHashSet<>();
    points.forEach(point -> places.add(point.place));
    return places;
  }

  private static boolean numbers(List<Point> points) {
    return places(points).stream().allMatch(place -> place.matches("-?[0-9]+(\\.[0-9]+)?"));
  }

  /** Where a place stands: its number, or else its order. */
  private static Map<String, Double> positions(List<Point> points) {
    Set<String> places = places(points);
    boolean numbers = numbers(points);
    Map<String, Double> out = new LinkedHashMap<>();
    for (String place : places) {
      out.put(place, numbers ? Double.parseDouble(place) : out.size() + 1.0);
    }
    return out;
  }

  private static Figure panel(
      String axis, String label, List<Point> points, ToDoubleFunction<Point> number) {
    Map<String, Double> positions = positions(points);
    List<Point> shown = points.stream().filter(p -> number.applyAsDouble(p) > 0).toList();
    double[] x =
        shown.stream().mapToDouble(p -> positions.getOrDefault(p.place, Double.NaN)).toArray();
    double[] y = shown.stream().mapToDouble(number).toArray();
    List<Double> meanX = new ArrayList<>();
    List<Double> meanY = new ArrayList<>();
    positions.forEach((place, position) -> {
      meanX.add(position);
      meanY.add(
          shown.stream()
              .filter(p -> p.place.equals(place))
              .mapToDouble(number)
              .average()
              .orElse(Double.NaN));
    });
    Curve mean =
        new Curve(
            "mean",
            Ink.FIRST,
            meanX.stream().mapToDouble(v -> v).toArray(),
            meanY.stream().mapToDouble(v -> v).toArray());
    return new Scatter(
        "",
        Axis.of(numbers(points) ? axis : axis + ", in order"),
        Axis.log(label),
        List.of(new Points("samples", Ink.NEUTRAL, x, y)),
        List.of(),
        List.of(mean));
  }

  /** Loss of the last epochs against how far the raw spectrum spreads; one colour a place. */
  public static Figure raw(String axis, List<Point> points) {
    List<Points> groups = new ArrayList<>();
    for (String place : places(points)) {
      List<Point> those = points.stream().filter(p -> p.place.equals(place)).toList();
      groups.add(
          new Points(
              axis + " = " + place,
              Ink.cycle(groups.size()),
              those.stream().mapToDouble(Point::raw).toArray(),
              those.stream().mapToDouble(Point::loss).toArray()));
    }
    return new Scatter(
        "",
        Axis.of("variance of the raw spectrum around \u22121"),
        Axis.log("loss, last epochs"),
        groups,
        List.of());
  }

  /** Exponents in the end against their index in percent; one colour a place. */
  public static Figure spectra(String axis, List<Point> points) {
    List<String> places = new ArrayList<>(places(points));
    Set<String> named = new LinkedHashSet<>();
    List<Curve> curves = new ArrayList<>();
    for (Point point : points) {
      int k = point.exponents.length;
      double[] x = new double[k];
      java.util.Arrays.setAll(x, j -> k == 1 ? 50 : 100.0 * j / (k - 1));
      String name = named.add(point.place) ? point.place : "";
      curves.add(new Curve(name, Ink.cycle(places.indexOf(point.place)), x, point.exponents));
    }
    return new Lines(
        axis,
        Axis.of("index of exponent (%)"),
        Axis.of("exponent after training (1/\u03c4)"),
        curves,
        List.of(new Mark("", Ink.NEUTRAL, false, 0)));
  }
}
