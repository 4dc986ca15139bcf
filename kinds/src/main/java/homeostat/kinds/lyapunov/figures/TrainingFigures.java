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
import homeostat.lab.figure.Figure.Points;
import homeostat.lab.figure.Figure.Scatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of training and what it changed.
 *
 * @param courses one a sample
 * @param weights whether the weights were trained
 * @param gains whether the gains were trained
 * @param shifts whether the shifts were trained
 */
public record TrainingFigures(
    List<Course> courses, boolean weights, boolean gains, boolean shifts) {
  private static final int EXPONENTS = 8;

  /**
   * One sample.
   *
   * @param epochs loss, then exponents, of each epoch
   */
  public record Course(
      List<double[]> epochs,
      double[] weightsBefore,
      double[] weightsAfter,
      double[] gainsBefore,
      double[] gainsAfter,
      double[] shiftsBefore,
      double[] shiftsAfter) {}

  /**
   * Exponents of one sample on an independent trajectory.
   *
   * @param published may be empty
   */
  public record Exponents(
      double[] before, double[] after, double[] halfWidth, double[] published) {}

  /** Loss, and exponents, against epochs. */
  public Figure training() {
    List<Curve> losses = new ArrayList<>();
    boolean positive = true;
    for (Course course : courses) {
      double[] loss = column(course, 0);
      positive &= java.util.Arrays.stream(loss).allMatch(l -> l > 0);
      losses.add(new Curve("", Ink.FIRST, epochs(course), loss));
    }
    List<Curve> exponents = new ArrayList<>();
    int k = courses.get(0).epochs.get(0).length - 1;
    int shown = Math.min(EXPONENTS, k);
    for (int j = 0; j < shown; j++) {
      for (int s = 0; s < courses.size(); s++) {
        String name = s == 0 ? "\u03bb" + (j + 1) : "";
        exponents.add(
            new Curve(name, Ink.cycle(j), epochs(courses.get(s)), column(courses.get(s), j + 1)));
      }
    }
    Axis lossAxis = positive ? Axis.log("loss") : Axis.of("loss");
    return new Board(
        "",
        List.of(
            new Column(
                1,
                List.of(
                    new Panel(1, new Lines("", Axis.of("epoch"), lossAxis, losses, List.of())))),
            new Column(
                1,
                List.of(
                    new Panel(
                        1,
                        new Lines(
                            "",
                            Axis.of("epoch"),
                            Axis.of("exponent in training (1/\u03c4)"),
                            exponents,
                            List.of(new Mark("", Ink.NEUTRAL, false, 0))))))),
        9,
        3.6);
  }

  private static double[] epochs(Course course) {
    double[] x = new double[course.epochs.size()];
    java.util.Arrays.setAll(x, e -> e + 1);
    return x;
  }

  private static double[] column(Course course, int column) {
    return course.epochs.stream().mapToDouble(row -> row[column]).toArray();
  }

  /** Distributions of what was trained, before and after. */
  public Figure parameters() {
    List<Column> columns = new ArrayList<>();
    if (weights) {
      columns.add(
          histogram(
              "coupling J",
              courses.stream().map(Course::weightsBefore).toList(),
              courses.stream().map(Course::weightsAfter).toList()));
    }
    if (gains) {
      columns.add(
          histogram(
              "gain",
              courses.stream().map(Course::gainsBefore).toList(),
              courses.stream().map(Course::gainsAfter).toList()));
    }
    if (shifts) {
      columns.add(
          histogram(
              "shift",
              courses.stream().map(Course::shiftsBefore).toList(),
              courses.stream().map(Course::shiftsAfter).toList()));
    }
    return columns.size() == 1
        ? columns.get(0).panels().get(0).figure()
        : new Board("", columns, 4.5 * columns.size(), 3.6);
  }

  private static Column histogram(String label, List<double[]> before, List<double[]> after) {
    return new Column(
        1,
        List.of(
            new Panel(
                1,
                new Histogram(
                    "",
                    Axis.of(label),
                    Axis.of("count"),
                    0,
                    List.of(
                        new Figure.Sample("before", Ink.NEUTRAL, joined(before)),
                        new Figure.Sample("after training", Ink.FIRST, joined(after))),
                    List.of()))));
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  /** Exponents on an independent trajectory, before and after, and as published. */
  public static Figure exponents(List<Exponents> samples) {
    List<Points> points = new ArrayList<>();
    points.add(points("before training", Ink.NEUTRAL, samples, Exponents::before));
    points.add(points("after training", Ink.FIRST, samples, Exponents::after));
    if (samples.get(0).published.length > 0) {
      points.add(
          points("as the published program reports", Ink.SECOND, samples, Exponents::published));
    }
    return new Scatter(
        "Exponents on an independent trajectory",
        Axis.of("index of exponent", 0, samples.get(0).after.length + 1),
        Axis.of("exponent (1/\u03c4)"),
        points,
        List.of(new Mark("", Ink.NEUTRAL, false, 0)));
  }

  private static Points points(
      String name,
      Ink ink,
      List<Exponents> samples,
      java.util.function.Function<Exponents, double[]> part) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Exponents sample : samples) {
      double[] values = part.apply(sample);
      for (int j = 0; j < values.length; j++) {
        x.add(j + 1.0);
        y.add(values[j]);
      }
    }
    return new Points(
        name,
        ink,
        x.stream().mapToDouble(v -> v).toArray(),
        y.stream().mapToDouble(v -> v).toArray());
  }
}
