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
import homeostat.lyapunov.Measures;
import homeostat.lyapunov.PublishedSpectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures of the published programs, of the numbers that those compute. */
public final class PublishedFigures {
  private static final String BY = "by the published program";
  private static final String EXPONENT = "exponent (1/\u03c4)";
  private static final int ROWS = 400;

  private PublishedFigures() {}

  /** Running estimates of exponents 0, 2, 4 and 6; a line a sample. */
  public static Figure running(List<PublishedSpectrum> samples) {
    List<Curve> curves = new ArrayList<>();
    int k = samples.get(0).exponents().length;
    for (int e = 0; e < 7 && e < k; e += 2) {
      for (int s = 0; s < samples.size(); s++) {
        List<double[]> history = samples.get(s).history();
        int rows = Math.min(ROWS, history.size());
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int r = 0; r < rows; r++) {
          int at = (int) ((r + 1L) * history.size() / rows) - 1;
          x[r] = samples.get(s).times()[at + 1];
          y[r] = history.get(at)[e];
        }
        curves.add(new Curve(s == 0 ? "\u03bb" + (e + 1) : "", Ink.cycle(e / 2), x, y));
      }
    }
    return new Lines(
        "Running estimates, " + BY, Axis.of("time (\u03c4)"), Axis.of(EXPONENT), curves, zero());
  }

  /** The largest exponent of every sample against sigma, with medians. */
  public static Figure strips(double[] sigma, double[][][] spectra) {
    return against("Largest exponent, " + BY, false, EXPONENT, sigma, spectra, s -> s[0], zero());
  }

  /** The whole-numbered dimension of every sample against sigma. */
  public static Figure dimension(double[] sigma, double[][][] spectra) {
    return against(
        "Dimension, " + BY,
        true,
        "Kaplan\u2013Yorke dimension, whole",
        sigma,
        spectra,
        Measures::publishedDimension,
        List.of());
  }

  /** The entropy of every sample against sigma. */
  public static Figure entropy(double[] sigma, double[][][] spectra) {
    return against(
        "Entropy, " + BY, true, "entropy (1/\u03c4)", sigma, spectra, Measures::entropy, List.of());
  }

  private static Figure against(
      String title,
      boolean logarithmic,
      String label,
      double[] sigma,
      double[][][] spectra,
      ToDoubleFunction<double[]> number,
      List<Mark> marks) {
    int samples = spectra[0].length;
    double[] x = new double[sigma.length * samples];
    double[] y = new double[x.length];
    double[] medians = new double[sigma.length];
    for (int i = 0; i < sigma.length; i++) {
      double[] values = new double[samples];
      for (int s = 0; s < samples; s++) {
        values[s] = number.applyAsDouble(spectra[i][s]);
        x[i * samples + s] = sigma[i];
        y[i * samples + s] = values[s];
      }
      java.util.Arrays.sort(values);
      medians[i] = (values[(samples - 1) / 2] + values[samples / 2]) / 2;
    }
    return new Scatter(
        title,
        logarithmic ? Axis.log("\u03c3") : Axis.of("\u03c3"),
        Axis.of(label),
        List.of(new Points("sample", Ink.NEUTRAL, x, y)),
        marks,
        List.of(new Curve("median", Ink.FIRST, sigma, medians)));
  }

  /** Spectra of every sample at sigma = 1, 8, 64 and 256, as far as there are such. */
  public static Figure spectra(double[] sigma, double[][][] spectra) {
    List<Curve> curves = new ArrayList<>();
    int colour = 0;
    for (int i = 0; i < sigma.length; i++) {
      long whole = Math.round(sigma[i]);
      if (whole != 1 && whole != 8 && whole != 64 && whole != 256) {
        continue;
      }
      for (int s = 0; s < spectra[i].length; s++) {
        String name = s == 0 ? "\u03c3 = " + whole : "";
        curves.add(curve(name, Ink.cycle(colour), spectra[i][s]));
      }
      colour++;
    }
    return new Lines("Spectra, " + BY, Axis.of("index"), Axis.of(EXPONENT), curves, zero());
  }

  /** Loss of each epoch, and the largest exponent; one colour a sample. */
  public static Figure training(List<double[]> losses, List<double[]> largest) {
    List<Curve> curves = new ArrayList<>();
    List<Points> points = new ArrayList<>();
    for (int s = 0; s < losses.size(); s++) {
      double[] epochs = new double[losses.get(s).length];
      java.util.Arrays.setAll(epochs, e -> e);
      curves.add(new Curve("sample " + s, Ink.cycle(s), epochs, losses.get(s)));
      points.add(new Points("", Ink.cycle(s), epochs, largest.get(s)));
    }
    return new Board(
        "Training, as reported by the published program",
        List.of(
            new Column(
                1,
                List.of(
                    new Panel(
                        1, new Lines("", Axis.of("epoch"), Axis.of("loss"), curves, List.of())))),
            new Column(
                1,
                List.of(
                    new Panel(
                        1,
                        new Scatter(
                            "",
                            Axis.of("epoch"),
                            Axis.of("largest exponent (1/\u03c4)"),
                            points,
                            zero()))))),
        9,
        3.8);
  }

  /** All exponents but one in the end, one curve a sample. */
  public static Figure endSpectra(List<double[]> spectra) {
    List<Curve> curves = new ArrayList<>();
    for (int s = 0; s < spectra.size(); s++) {
      curves.add(curve("sample " + s, Ink.cycle(s), spectra.get(s)));
    }
    return new Lines(
        "Spectra after training, " + BY, Axis.of("index"), Axis.of(EXPONENT), curves, zero());
  }

  private static Curve curve(String name, Ink ink, double[] exponents) {
    double[] x = new double[exponents.length];
    java.util.Arrays.setAll(x, j -> j);
    return new Curve(name, ink, x, exponents);
  }

  private static List<Mark> zero() {
    return List.of(new Mark("", Ink.NEUTRAL, false, 0));
  }
}
