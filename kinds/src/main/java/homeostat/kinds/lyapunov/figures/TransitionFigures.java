package homeostat.kinds.lyapunov.figures;

import homeostat.kinds.lyapunov.study.CriticalValue;
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
import homeostat.lyapunov.field.MeanField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The transition to chaos.
 *
 * @param sigma values, ascending
 * @param logarithmic whether they are drawn so
 * @param largest lambda_1, [sigma][sample]
 * @param published what the published program prints for it, [sigma][sample]; may be empty
 * @param dimension D / N, [sigma][sample]
 * @param entropy H / N, [sigma][sample]
 * @param spectra mean spectra, [sigma][k]
 * @param size number of units
 * @param critical where lambda_1 becomes positive
 * @param theory whether mean-field theory is of these networks
 */
public record TransitionFigures(
    double[] sigma,
    boolean logarithmic,
    double[][] largest,
    double[][] published,
    double[][] dimension,
    double[][] entropy,
    List<double[]> spectra,
    int size,
    CriticalValue critical,
    boolean theory) {
  private static final int THEORY_POINTS = 60;
  private static final int SPECTRA = 6;

  /** lambda_1 against sigma. */
  public Figure transition() {
    List<Points> points = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    points.add(points("sample", Ink.FIRST, largest));
    curves.add(new Curve("median", Ink.FIRST, sigma, medians(largest)));
    if (published.length > 0) {
      points.add(points("", Ink.TARGET, published));
      curves.add(new Curve("published program", Ink.TARGET, sigma, medians(published)));
    }
    if (theory) {
      curves.add(meanField());
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark("", Ink.NEUTRAL, false, 0));
    if (critical.found()) {
      marks.add(
          new Mark(
              String.format(
                  Locale.ROOT,
                  "%.2f (%.2f\u2013%.2f)",
                  critical.value(),
                  critical.low(),
                  critical.high()),
              Ink.NEUTRAL,
              true,
              critical.value()));
    }
    return new Scatter(
        "Transition to chaos, N = " + size,
        axis(),
        Axis.of("largest exponent (1/\u03c4)"),
        points,
        marks,
        curves);
  }

  private Axis axis() {
    return logarithmic ? Axis.log("\u03c3") : Axis.of("\u03c3");
  }

  private Points points(String name, Ink ink, double[][] values) {
    int samples = values[0].length;
    double[] x = new double[values.length * samples];
    double[] y = new double[x.length];
    for (int i = 0; i < values.length; i++) {
      for (int s = 0; s < samples; s++) {
        x[i * samples + s] = sigma[i];
        y[i * samples + s] = values[i][s];
      }
    }
    return new Points(name, ink, x, y);
  }

  private static double[] medians(double[][] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      double[] sorted = values[i].clone();
      java.util.Arrays.sort(sorted);
      int middle = sorted.length / 2;
      out[i] = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
    return out;
  }

  private Curve meanField() {
    double from = sigma[0];
    double to = sigma[sigma.length - 1];
    double[] x = new double[THEORY_POINTS];
    double[] y = new double[THEORY_POINTS];
    for (int i = 0; i < THEORY_POINTS; i++) {
      double share = i / (THEORY_POINTS - 1.0);
      x[i] = logarithmic ? from * StrictMath.pow(to / from, share) : from + share * (to - from);
      y[i] = MeanField.of(x[i]).largest();
    }
    return new Curve("mean-field theory, N \u2192 \u221e", Ink.SECOND, x, y);
  }

  /** D / N and H / N against sigma. */
  public Figure dimensionAndEntropy() {
    return new Board(
        "N = " + size,
        List.of(
            new Column(
                1, List.of(new Panel(1, share("Kaplan\u2013Yorke dimension D / N", dimension)))),
            new Column(
                1,
                List.of(
                    new Panel(
                        1, share("entropy H / N (10\u207b\u00b3/\u03c4)", thousands(entropy)))))),
        9,
        3.6);
  }

  private static double[][] thousands(double[][] values) {
    double[][] out = new double[values.length][];
    java.util.Arrays.setAll(
        out, i -> java.util.Arrays.stream(values[i]).map(v -> 1e3 * v).toArray());
    return out;
  }

  private Figure share(String label, double[][] values) {
    return new Scatter(
        "",
        axis(),
        Axis.of(label),
        List.of(points("", Ink.FIRST, values)),
        List.of(),
        List.of(new Curve("", Ink.FIRST, sigma, medians(values))));
  }

  /** Mean spectra at some values of sigma. */
  public Figure exponents() {
    List<Curve> curves = new ArrayList<>();
    int shown = Math.min(SPECTRA, sigma.length);
    for (int i = 0; i < shown; i++) {
      int at = shown == 1 ? 0 : i * (sigma.length - 1) / (shown - 1);
      double[] y = spectra.get(at);
      String name =
          String.format(
              Locale.ROOT, sigma[at] < 100 ? "\u03c3 = %.3g" : "\u03c3 = %.0f", sigma[at]);
      curves.add(new Curve(name, Ink.cycle(i), SpectrumFigures.index(y.length, size), y));
    }
    return new Lines(
        "Spectra, N = " + size,
        Axis.of("index i / N"),
        Axis.of("exponent (1/\u03c4)"),
        curves,
        List.of(new Mark("", Ink.NEUTRAL, false, 0)));
  }
}
