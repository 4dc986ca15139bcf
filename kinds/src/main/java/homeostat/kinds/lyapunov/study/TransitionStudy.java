package homeostat.kinds.lyapunov.study;

import homeostat.array.Arrays;
import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.config.SweepSection;
import homeostat.kinds.lyapunov.config.TransitionToChaosConfig;
import homeostat.kinds.lyapunov.figures.TransitionFigures;
import homeostat.kinds.lyapunov.network.DrawnNetwork;
import homeostat.kinds.lyapunov.published.ChartFiles;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import homeostat.lyapunov.Measures;
import homeostat.lyapunov.field.MeanField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Samples at every value of sigma. Networks of one sample number share their draws across sigma, so
 * that a curve of one sample is of one network grown stronger.
 *
 * @param config the config
 * @param seed of everything random
 */
public record TransitionStudy(TransitionToChaosConfig config, long seed) implements Study {

  private int perValue() {
    return config.spectrum().nSamples();
  }

  @Override
  public int samples() {
    return perValue() * config.sweep().mG();
  }

  @Override
  public Sample sample(int i) {
    double sigma = config.sweep().values()[i / perValue()];
    int number = i % perValue();
    List<SweepSection.Varied> varied = config.sweep().parameter();
    boolean weights = varied.contains(SweepSection.Varied.WEIGHTS);
    NetworkSection network =
        config
            .network()
            .withG(weights ? sigma : config.network().g())
            .withSigmas(
                varied.contains(SweepSection.Varied.GAINS) ? sigma : config.network().sigmaGains(),
                varied.contains(SweepSection.Varied.SHIFTS)
                    ? sigma
                    : config.network().sigmaShifts());
    // As published: without varied weights all samples have one matrix in common.
    DrawnNetwork drawn = DrawnNetwork.of(network, seed, weights ? number : 0, number, number);
    return new Samples(config.spectrum(), seed).of(drawn, number);
  }

  @Override
  public Row label(int i) {
    return new Row()
        .put("sigma", config.sweep().values()[i / perValue()])
        .put("sample", (long) (i % perValue()));
  }

  @Override
  public double tolerance() {
    return config.spectrum().tol();
  }

  @Override
  public boolean compat() {
    return config.spectrum().compat();
  }

  @Override
  public double publishedInterval() {
    return config.spectrum().tons() == 0 ? 0.2 : config.spectrum().tons();
  }

  /** The values of sigma that all samples of are done. */
  private double[] complete(List<Outcome> done) {
    return java.util.Arrays.copyOf(config.sweep().values(), done.size() / perValue());
  }

  /** [sigma][sample] of a number of an outcome. */
  private double[][] table(
      List<Outcome> done, java.util.function.ToDoubleFunction<Outcome> number) {
    double[][] out = new double[done.size() / perValue()][perValue()];
    for (int i = 0; i < out.length; i++) {
      for (int s = 0; s < perValue(); s++) {
        out[i][s] = number.applyAsDouble(done.get(i * perValue() + s));
      }
    }
    return out;
  }

  private TransitionFigures figures(List<Outcome> done) {
    double[] sigma = complete(done);
    double[][] largest = table(done, o -> o.exponents()[0]);
    double[][] published = compat() ? table(done, Outcome::publishedLargest) : new double[0][0];
    List<double[]> spectra = new ArrayList<>();
    for (int i = 0; i < sigma.length; i++) {
      spectra.add(mean(done.subList(i * perValue(), (i + 1) * perValue())));
    }
    return new TransitionFigures(
        sigma,
        config.sweep().spacing() == SweepSection.Spacing.LOGARITHMIC,
        largest,
        published,
        table(
            done, o -> Measures.kaplanYorke(o.exponents(), o.size()).orElse(Double.NaN) / o.size()),
        table(done, o -> Measures.entropy(o.exponents()) / o.size()),
        spectra,
        done.get(0).size(),
        CriticalValue.of(sigma, largest, seed),
        theory());
  }

  private static double[] mean(List<Outcome> samples) {
    double[] sum = new double[samples.get(0).exponents().length];
    for (Outcome sample : samples) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += sample.exponents()[j] / samples.size();
      }
    }
    return sum;
  }

  /** Whether mean-field theory is of these networks. */
  private boolean theory() {
    String activation = config.network().activation();
    return config.sweep().parameter().equals(List.of(SweepSection.Varied.WEIGHTS))
        && config.network().coupling() == NetworkSection.Coupling.GAUSSIAN
        && config.network().noise() == 0
        && (activation.equals("tanh") || activation.equals("std"));
  }

  @Override
  public List<Drawing> drawings(List<Outcome> done) {
    if (done.size() < 2 * perValue()) {
      return List.of();
    }
    return List.of(new Drawing("transition", () -> figures(done).transition()));
  }

  @Override
  public Row finish(List<Outcome> done, Run run) {
    TransitionFigures figures = figures(done);
    run.figure("transition", figures.transition());
    if (done.get(0).exponents().length > 1) {
      run.figure("dimension_entropy", figures.dimensionAndEntropy());
      run.figure("spectra", figures.exponents());
    }
    CriticalValue critical = figures.critical();
    Row row = new Row().put("critical", critical.value());
    row.put("critical/low", critical.low()).put("critical/high", critical.high());
    if (critical.found()) {
      run.note(
          String.format(
              Locale.ROOT,
              "lambda_1 becomes positive at sigma = %.3f, 95 %% interval %.3f to %.3f over samples",
              critical.value(),
              critical.low(),
              critical.high()));
    } else {
      run.note("lambda_1 does not become positive within the values of sigma");
    }
    double[] sigma = complete(done);
    double[][] largest = table(done, o -> o.exponents()[0]);
    for (int i = 0; i < sigma.length; i++) {
      String name = "lambda_1/" + Math.rint(1e4 * sigma[i]) / 1e4;
      SpectrumStudy.mean(row, name, largest[i]);
    }
    if (compat()) {
      double[][][] published = new double[sigma.length][perValue()][];
      for (int i = 0; i < done.size(); i++) {
        published[i / perValue()][i % perValue()] = done.get(i).published();
      }
      ChartFiles.write(config, sigma, published, run);
    }
    if (theory()) {
      double[] field = new double[sigma.length];
      for (int i = 0; i < sigma.length; i++) {
        field[i] = MeanField.of(sigma[i]).largest();
      }
      run.arrays(
          "mean_field.npz", Arrays.builder().put("sigma", sigma).put("lambda_1", field).build());
    }
    return row;
  }
}
