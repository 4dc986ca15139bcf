package homeostat.kinds.lyapunov.training;

import homeostat.array.Arrays;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.SpectrumTrainingConfig;
import homeostat.kinds.lyapunov.figures.TrainingFigures;
import homeostat.kinds.lyapunov.network.DrawnNetwork;
import homeostat.kinds.lyapunov.study.SpectrumStudy;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lyapunov.Convergence;
import homeostat.lyapunov.PublishedSpectrum;
import homeostat.lyapunov.Spectrum;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.training.SpectrumTrainer;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What training left, seen from an independent long trajectory.
 *
 * @param exponents the true exponents after training, [k]
 * @param halfWidth of their 95 % intervals, [k]
 * @param before the true exponents before training, [k]
 * @param published what the published program would report of the trained network; empty if not
 *     asked
 * @param flipped synapses that changed their sign
 * @param network the trained network as arrays
 */
record TrainingResult(
    double[] exponents,
    double[] halfWidth,
    double[] before,
    double[] published,
    int flipped,
    Arrays network) {

  static TrainingResult of(TrainingSetup setup, SpectrumTrainer trainer) {
    SpectrumTrainingConfig config = setup.config();
    Spectrum after = check(setup, trainer.network());
    double[] published = new double[0];
    if (config.target().compat()) {
      published =
          PublishedSpectrum.of(
                  new RateSystem<>(Arithmetic.float64(), trainer.network(), JacobianForm.PUBLISHED),
                  new double[trainer.network().size()],
                  setup.frame(),
                  config.target().tsim(),
                  config.target().tons(),
                  config.network().dt())
              .exponents();
    }
    return new TrainingResult(
        after.exponents(),
        Convergence.of(after).halfWidth(),
        check(setup, setup.drawn().network()).exponents(),
        published,
        trainer.flipped(),
        arrays(setup, trainer, after));
  }

  /** From a start and a frame that training never saw. */
  private static Spectrum check(TrainingSetup setup, RateNetwork network) {
    int n = network.size();
    Stream stream = Stream.of(setup.seed(), "check").at(setup.sample());
    double[] start = StartFrame.draw(n, 1, stream.at(0));
    double[] frame = StartFrame.draw(n, setup.config().target().nle(), stream.at(1));
    SpectrumRun<double[]> run =
        new SpectrumRun<>(
            new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE),
            start,
            frame,
            SpectrumRun.Plan.usual(
                setup.config().target().checkTime(), network.duration(), 0, 100));
    run.advance(Long.MAX_VALUE);
    return run.spectrum();
  }

  /** Read back by {@code network.file}. */
  private static Arrays arrays(TrainingSetup setup, SpectrumTrainer trainer, Spectrum after) {
    int n = trainer.network().size();
    byte[] signs = setup.drawn().weights().signs();
    int[] c = new int[signs.length];
    for (int e = 0; e < c.length; e++) {
      c[e] = signs[e];
    }
    return Arrays.builder()
        .put("J", trainer.coupling(), n, n)
        .put("C", c, n, n)
        .put("W", trainer.values(SpectrumTrainer.WEIGHTS), n, n)
        .put("gains", trainer.values(SpectrumTrainer.GAINS))
        .put("shifts", trainer.values(SpectrumTrainer.SHIFTS))
        .put("types", setup.drawn().network().units().types())
        .put("h0", after.state())
        .put("dt", new double[] {trainer.network().duration()})
        .put("activation", DrawnNetwork.text(trainer.network().units().activation().fileName()))
        .put("seed", new long[] {setup.seed(), setup.sample()})
        .build();
  }

  void tell(int sample, Run run) {
    run.note(
        String.format(
            Locale.ROOT,
            "sample %d: exponents on an independent trajectory %s (before training %s); %d synapses"
                + " changed sign",
            sample,
            text(exponents),
            text(before),
            flipped));
    if (published.length > 0) {
      run.note(
          String.format(
              Locale.ROOT,
              "sample %d: the published program reports %s; they are %s",
              sample,
              text(published),
              text(exponents)));
    }
  }

  private static String text(double[] values) {
    List<String> out = new ArrayList<>();
    for (int j = 0; j < Math.min(5, values.length); j++) {
      out.add(String.format(Locale.ROOT, "%.3f", values[j]));
    }
    return String.join(", ", out) + (values.length > 5 ? ", ..." : "");
  }

  /** One row a sample and exponent. */
  static String csv(TrainingResult[] results, List<TrainingSample> state) {
    StringBuilder out =
        new StringBuilder("sample,exponent,before,in_training,after,half_width,published\n");
    for (int s = 0; s < results.length; s++) {
      TrainingResult r = results[s];
      double[] last = state.get(s).told(r.published.length > 0);
      for (int j = 0; j < r.exponents.length; j++) {
        out.append(s).append(',').append(j + 1).append(',').append(r.before[j]);
        out.append(',').append(last[j + 1]).append(',').append(r.exponents[j]).append(',');
        out.append(Double.isFinite(r.halfWidth[j]) ? r.halfWidth[j] : "").append(',');
        out.append(r.published.length > 0 ? r.published[j] : "").append('\n');
      }
    }
    return out.toString();
  }

  static List<TrainingFigures.Exponents> bars(TrainingResult[] results) {
    List<TrainingFigures.Exponents> out = new ArrayList<>();
    for (TrainingResult r : results) {
      out.add(new TrainingFigures.Exponents(r.before, r.exponents, r.halfWidth, r.published));
    }
    return out;
  }

  static Row summary(TrainingResult[] results, List<TrainingSample> state) {
    Row row = new Row();
    double loss = 0;
    long flipped = 0;
    for (int s = 0; s < results.length; s++) {
      loss += state.get(s).loss() / results.length;
      flipped += results[s].flipped;
    }
    row.put("loss", loss).put("synapses_flipped", flipped);
    SpectrumStudy.mean(
        row,
        "lambda_1",
        java.util.Arrays.stream(results).mapToDouble(r -> r.exponents[0]).toArray());
    SpectrumStudy.mean(
        row,
        "lambda_k",
        java.util.Arrays.stream(results)
            .mapToDouble(r -> r.exponents[r.exponents.length - 1])
            .toArray());
    SpectrumStudy.mean(
        row,
        "lambda_1/before",
        java.util.Arrays.stream(results).mapToDouble(r -> r.before[0]).toArray());
    if (results[0].published.length > 0) {
      SpectrumStudy.mean(
          row,
          "published_lambda_1",
          java.util.Arrays.stream(results).mapToDouble(r -> r.published[0]).toArray());
    }
    return row;
  }
}
