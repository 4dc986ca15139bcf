package homeostat.kinds.lyapunov.study;

import homeostat.kinds.lyapunov.config.LyapunovSpectrumConfig;
import homeostat.kinds.lyapunov.config.SpectrumSection;
import homeostat.kinds.lyapunov.figures.SpectrumFigures;
import homeostat.kinds.lyapunov.published.ConvergenceFiles;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import homeostat.lyapunov.Measures;
import homeostat.lyapunov.PublishedSpectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Spectra of several networks, or of one network from several starts.
 *
 * @param config the config
 * @param made makes a sample of its number
 * @param what what a sample is: {@code network} or {@code start}
 * @param running whether the published program's running estimates are left, where compat is on
 */
public record SpectrumStudy(
    LyapunovSpectrumConfig config, IntFunction<Sample> made, String what, boolean running)
    implements Study {
  private static final double DOUBLE_BOUND = 1e8;
  private static final double SINGLE_BOUND = 1e4;

  private SpectrumSection spectrum() {
    return config.spectrum();
  }

  @Override
  public int samples() {
    return spectrum().nSamples();
  }

  @Override
  public Sample sample(int i) {
    return made.apply(i);
  }

  @Override
  public Row label(int i) {
    return new Row().put(what, (long) i);
  }

  @Override
  public double tolerance() {
    return spectrum().tol();
  }

  @Override
  public boolean compat() {
    return spectrum().compat();
  }

  @Override
  public double publishedInterval() {
    return spectrum().tons() == 0 ? 0.2 : spectrum().tons();
  }

  @Override
  public List<Drawing> drawings(List<Outcome> done) {
    SpectrumFigures figures = new SpectrumFigures(curves(done));
    return List.of(
        new Drawing("spectrum", figures::spectrum),
        new Drawing("convergence", figures::convergence));
  }

  private static List<SpectrumFigures.Curves> curves(List<Outcome> done) {
    return done.stream()
        .map(o ->
            new SpectrumFigures.Curves(
                o.exponents(), o.halfWidth(), o.size(), o.running(), o.local(), o.published()))
        .toList();
  }

  @Override
  public Row finish(List<Outcome> done, Run run) {
    SpectrumFigures figures = new SpectrumFigures(curves(done));
    run.figure("spectrum", figures.spectrum());
    run.figure("convergence", figures.convergence());
    if (figures.distributed()) {
      run.figure("finite_time", figures.finiteTime());
    }
    Row row = new Row();
    mean(row, "lambda_1", done.stream().mapToDouble(o -> o.exponents()[0]).toArray());
    mean(
        row,
        "lambda_k",
        done.stream().mapToDouble(o -> o.exponents()[o.exponents().length - 1]).toArray());
    mean(
        row,
        "kaplan_yorke/n",
        done.stream()
            .mapToDouble(
                o -> Measures.kaplanYorke(o.exponents(), o.size()).orElse(Double.NaN) / o.size())
            .toArray());
    mean(
        row,
        "entropy/n",
        done.stream().mapToDouble(o -> Measures.entropy(o.exponents()) / o.size()).toArray());
    row.put("converged", done.stream().filter(Outcome::converged).count());
    row.put("samples", (long) done.size());
    verdicts(done, run);
    incomplete(done, run);
    digits(done, run);
    compat(done, row, run);
    if (running && compat()) {
      List<PublishedSpectrum> published = new ArrayList<>();
      for (int i = 0; i < samples(); i++) {
        run.progress("the published program's running estimates", (double) i / samples());
        sample(i).published(publishedInterval()).ifPresent(published::add);
      }
      ConvergenceFiles.write(config, published, run);
    }
    if (spectrum().covariant() > 0) {
      row.putAll(CovariantReport.of(sample(0), spectrum().covariant(), run));
    }
    return row;
  }

  public static void mean(Row row, String name, double[] values) {
    double mean = java.util.Arrays.stream(values).average().orElse(Double.NaN);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    row.put(name, mean);
    if (values.length > 1) {
      row.put(name + "/spread", Math.sqrt(squares / (values.length - 1)));
    }
  }

  private void verdicts(List<Outcome> done, Run run) {
    double tolerance = tolerance() > 0 ? tolerance() : Outcomes.USUAL_TOLERANCE;
    for (int i = 0; i < Math.min(done.size(), 20); i++) {
      run.note(what + " " + i + ": " + verdict(done.get(i), tolerance));
    }
  }

  /** Entropy sums all positive exponents, and a dimension may need more than there are. */
  private static void incomplete(List<Outcome> done, Run run) {
    Outcome first = done.get(0);
    int k = first.exponents().length;
    if (k < first.size() && first.exponents()[k - 1] > 0) {
      run.note(
          "all "
              + k
              + " exponents are positive: entropy and dimension need more of them than"
              + " spectrum.nle");
    }
  }

  /** Frames that grew too unequal within one interval have lost the digits of what grew least. */
  private void digits(List<Outcome> done, Run run) {
    boolean single = spectrum().precision() == SpectrumSection.Precision.FLOAT32;
    double bound = single ? SINGLE_BOUND : DOUBLE_BOUND;
    double largest = done.stream().mapToDouble(o -> o.numbers()[2]).max().orElse(0);
    if (largest > StrictMath.log(bound)) {
      run.note(
          String.format(
              Locale.ROOT,
              "growths of one interval differ by up to %.1e, more than %.0e: the lower exponents"
                  + " are not to be trusted; take a shorter spectrum.tons, or 0",
              StrictMath.exp(Math.min(700, largest)),
              bound));
    }
  }

  private static String verdict(Outcome outcome, double tolerance) {
    double worst = outcome.numbers()[3];
    if (outcome.converged()) {
      return String.format(Locale.ROOT, "converged, every exponent is known to +/- %.2g", worst);
    }
    if (!Double.isFinite(worst)) {
      return "not converged: too few independent pieces for an error; a longer tsim helps";
    }
    if (worst < tolerance) {
      return "not converged: both halves of the time differ; a longer transient_time helps";
    }
    return String.format(
        Locale.ROOT,
        "not converged: an exponent is known to +/- %.2g only; for %.2g take tsim = %.2g",
        worst,
        tolerance,
        1.2 * outcome.time() * (worst / tolerance) * (worst / tolerance));
  }

  /** The published program's answer beside the true one. */
  private static void compat(List<Outcome> done, Row row, Run run) {
    if (done.get(0).published().length == 0) {
      return;
    }
    mean(row, "published_lambda_1", done.stream().mapToDouble(Outcome::publishedLargest).toArray());
    for (int i = 0; i < Math.min(done.size(), 20); i++) {
      run.note(
          String.format(
              Locale.ROOT,
              "sample %d: the published program reports lambda_1 = %.4f; it is %.4f",
              i,
              done.get(i).publishedLargest(),
              done.get(i).exponents()[0]));
    }
  }
}
