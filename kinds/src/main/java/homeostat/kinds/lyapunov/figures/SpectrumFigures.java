package homeostat.kinds.lyapunov.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Mark;
import java.util.ArrayList;
import java.util.List;

/** Spectra of several samples, and how they settled. */
public record SpectrumFigures(List<Curves> samples) {
  private static final int MOST = 20;
  private static final int EVERY = 2;
  private static final int SHOWN = 4;
  private static final int DISTRIBUTIONS = 3;
  private static final int LEAST_INTERVALS = 50;

  /**
   * One sample.
   *
   * @param exponents from the largest, [k]
   * @param halfWidth of the 95 % intervals, [k]
   * @param size number of state variables
   * @param running running estimates, time first
   * @param local exponents of single intervals, the interval's length first
   * @param published what the published program prints; may be empty
   */
  public record Curves(
      double[] exponents,
      double[] halfWidth,
      int size,
      double[][] running,
      double[][] local,
      double[] published) {}

  /** Exponents against their index as a share of the units. */
  public Figure spectrum() {
    List<Curve> curves = new ArrayList<>();
    for (int s = 0; s < Math.min(MOST, samples.size()); s++) {
      Curves sample = samples.get(s);
      double[] x = index(sample.exponents.length, sample.size);
      if (sample.published.length > 0) {
        curves.add(new Curve(s == 0 ? "published program" : "", Ink.TARGET, x, sample.published));
      }
    }
    for (int s = 0; s < Math.min(MOST, samples.size()); s++) {
      Curves sample = samples.get(s);
      double[] x = index(sample.exponents.length, sample.size);
      double[] band = sample.halfWidth.clone();
      for (int j = 0; j < band.length; j++) {
        band[j] = Double.isFinite(band[j]) ? band[j] : 0;
      }
      String name = s > 0 ? "" : samples.size() == 1 ? "exponents" : samples.size() + " samples";
      curves.add(new Curve(name, Ink.FIRST, x, sample.exponents, band));
    }
    return new Figure.Lines(
        "Lyapunov spectrum",
        Axis.of("index i / N"),
        Axis.of("exponent (1/\u03c4)"),
        curves,
        List.of(new Mark("", Ink.NEUTRAL, false, 0)));
  }

  static double[] index(int k, int size) {
    double[] x = new double[k];
    java.util.Arrays.setAll(x, j -> (j + 1.0) / size);
    return x;
  }

  /** Whether there are enough intervals for distributions. */
  public boolean distributed() {
    return samples.stream().mapToInt(s -> s.local.length).sum() >= LEAST_INTERVALS;
  }

  /** Distributions of the finite-time exponents of all samples, 1st, 3rd and 5th. */
  public Figure finiteTime() {
    List<Figure.Sample> out = new ArrayList<>();
    int columns = samples.get(0).local[0].length - 1;
    for (int e = 0; e < columns && out.size() < DISTRIBUTIONS; e += EVERY) {
      int column = e + 1;
      double[] values =
          samples.stream()
              .flatMap(s -> java.util.Arrays.stream(s.local))
              .mapToDouble(row -> row[column])
              .toArray();
      out.add(new Figure.Sample("\u03bb" + column, Ink.cycle(e / EVERY), values));
    }
    return new Figure.Histogram(
        "Finite-time exponents",
        Axis.of(
            String.format(
                java.util.Locale.ROOT,
                "exponent over %.3g \u03c4 (1/\u03c4)",
                samples.get(0).local[0][0])),
        Axis.of("intervals"),
        0,
        out,
        List.of(new Mark("", Ink.NEUTRAL, true, 0)));
  }

  /** Running estimates of the 1st, 3rd, 5th and 7th exponent. */
  public Figure convergence() {
    List<Curve> curves = new ArrayList<>();
    int columns = samples.get(0).running.length == 0 ? 0 : samples.get(0).running[0].length - 1;
    for (int e = 0; e < SHOWN && e * EVERY < columns; e++) {
      for (int s = 0; s < Math.min(MOST, samples.size()); s++) {
        double[][] running = samples.get(s).running;
        double[] x = new double[running.length];
        double[] y = new double[running.length];
        for (int r = 0; r < running.length; r++) {
          x[r] = running[r][0];
          y[r] = running[r][1 + e * EVERY];
        }
        String name = s == 0 ? "\u03bb" + (e * EVERY + 1) : "";
        curves.add(new Curve(name, Ink.cycle(e), x, y));
      }
    }
    return new Figure.Lines(
        "Running estimates",
        Axis.of("time averaged over (\u03c4)"),
        Axis.of("exponent (1/\u03c4)"),
        curves,
        List.of(new Mark("", Ink.NEUTRAL, false, 0)));
  }
}
