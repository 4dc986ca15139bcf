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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gradient flossing: how networks learned, what their exponents became, what they can bridge. */
public final class FlossingFigures {
  private static final int POINTS = 150;

  private FlossingFigures() {}

  /**
   * One network's course.
   *
   * @param epochs task epoch, task loss, norm of its gradient, flossing loss, of each epoch
   */
  public record Course(String method, int delay, List<double[]> epochs) {}

  /** Exponents of one network, from the largest, per step. */
  public record Spectra(String method, int delay, double[] before, double[] after) {}

  /**
   * How one network answers in the end.
   *
   * @param accuracy share of right answers
   * @param condition log10 of the condition of the Jacobian over the delay
   */
  public record Score(String method, int delay, double accuracy, double condition) {}

  private static Ink ink(String method) {
    return switch (method) {
      case "none" -> Ink.NEUTRAL;
      case "before" -> Ink.FIRST;
      case "during" -> Ink.SECOND;
      default -> Ink.THIRD;
    };
  }

  private static String told(String method) {
    return switch (method) {
      case "none" -> "task alone";
      case "before" -> "flossed before";
      case "during" -> "flossed before and during";
      default -> "flossed before and beside";
    };
  }

  /** Task loss, and norm of the gradient, against epochs of the task; a row of panels a delay. */
  public static Figure training(List<Course> courses) {
    Set<Integer> delays = new LinkedHashSet<>();
    courses.forEach(course -> delays.add(course.delay));
    List<Column> columns = new ArrayList<>();
    for (int delay : delays) {
      List<Course> those = courses.stream().filter(c -> c.delay == delay).toList();
      columns.add(
          new Column(
              1,
              List.of(
                  panel("delay " + delay, those, 1, "task loss", 0.25),
                  panel("", those, 2, "norm of the gradient", Double.NaN))));
    }
    return new Board("", columns, Math.max(7, 4.2 * delays.size()), 6);
  }

  private static Panel panel(
      String title, List<Course> courses, int column, String label, double chance) {
    List<Curve> curves = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (Course course : courses) {
      List<double[]> task = course.epochs.stream().filter(row -> row[column] > 0).toList();
      if (task.isEmpty()) {
        continue;
      }
      int points = Math.min(POINTS, task.size());
      double[] x = new double[points];
      double[] y = new double[points];
      for (int p = 0; p < points; p++) {
        int from = (int) ((long) p * task.size() / points);
        int to = (int) ((p + 1L) * task.size() / points);
        for (int e = from; e < to; e++) {
          x[p] += task.get(e)[0] / (to - from);
          y[p] += task.get(e)[column] / (to - from);
        }
      }
      String name = title.isEmpty() || !named.add(course.method) ? "" : told(course.method);
      curves.add(new Curve(name, ink(course.method), x, y));
    }
    List<Mark> marks =
        Double.isNaN(chance) ? List.of() : List.of(new Mark("chance", Ink.NEUTRAL, false, chance));
    return new Panel(
        1, new Lines(title, Axis.of("epoch of the task"), Axis.log(label), curves, marks));
  }

  /** All exponents before anything was trained, and in the end. */
  public static Figure exponents(List<Spectra> networks) {
    List<Curve> curves = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (Spectra network : networks) {
      if (named.add("")) {
        curves.add(curve("before training", Ink.TARGET, network.before));
      }
      String name = named.add(network.method) ? told(network.method) : "";
      curves.add(curve(name, ink(network.method), network.after));
    }
    return new Lines(
        "Exponents with the task's input, in the end",
        Axis.of("index of exponent"),
        Axis.of("exponent (1/step)"),
        curves,
        List.of(new Mark("", Ink.NEUTRAL, false, 0)));
  }

  private static Curve curve(String name, Ink ink, double[] exponents) {
    double[] x = new double[exponents.length];
    java.util.Arrays.setAll(x, j -> j + 1);
    return new Curve(name, ink, x, exponents);
  }

  /** Right answers, and condition of the Jacobian over the delay, against the delay. */
  public static Figure delays(List<Score> scores) {
    return new Board(
        "",
        List.of(
            new Column(1, List.of(new Panel(1, against(scores, true)))),
            new Column(1, List.of(new Panel(1, against(scores, false))))),
        9,
        3.6);
  }

  private static Figure against(List<Score> scores, boolean accuracy) {
    Map<String, List<Score>> byMethod = new LinkedHashMap<>();
    scores.forEach(s -> byMethod.computeIfAbsent(s.method, _ -> new ArrayList<>()).add(s));
    List<Curve> means = new ArrayList<>();
    List<Figure.Points> points = new ArrayList<>();
    byMethod.forEach((method, those) -> {
      double[] x = those.stream().mapToDouble(Score::delay).toArray();
      double[] y =
          those.stream().mapToDouble(s -> accuracy ? 100 * s.accuracy : s.condition).toArray();
      points.add(new Figure.Points(told(method), ink(method), x, y));
      double[] delays = java.util.Arrays.stream(x).distinct().sorted().toArray();
      double[] mean = new double[delays.length];
      for (int d = 0; d < delays.length; d++) {
        double delay = delays[d];
        mean[d] =
            those.stream()
                .filter(s -> s.delay == delay)
                .mapToDouble(s -> accuracy ? 100 * s.accuracy : s.condition)
                .average()
                .orElse(Double.NaN);
      }
      if (delays.length > 1) {
        means.add(new Curve("", ink(method), delays, mean));
      }
    });
    return new Figure.Scatter(
        "",
        Axis.of("delay (steps)"),
        accuracy
            ? Axis.of("right answers (%)", 40, 102)
            : Axis.of("log10 of the condition over the delay"),
        points,
        accuracy ? List.of(new Mark("chance", Ink.NEUTRAL, false, 50)) : List.of(),
        means);
  }
}
