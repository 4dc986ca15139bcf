package homeostat.kinds.disinhibition.bench;

import homeostat.disinhibition.Cells;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Units;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.rule.Learner;
import homeostat.disinhibition.rule.Outcome;
import homeostat.disinhibition.rule.Route;
import homeostat.disinhibition.rule.Rule;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.rule.RuleState;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.disinhibition.weights.Signs;
import homeostat.disinhibition.weights.TrainedWeights;
import homeostat.gradient.Adam;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kinds.bench.Settings;
import homeostat.kinds.bench.Stopwatch;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** A batch of training, gradients and a step of Adam. */
public final class DisinhibitionWorkload implements BenchWorkload {
  private static final int BATCHES = 4;
  private static final int INPUTS = 784;
  private static final int CLASSES = 10;

  /** Batches before the first measurement: compilers need them. */
  private static final int WARM_UP = 150;

  private static final int SLOW_WARM_UP = 4;

  @Override
  public String subject() {
    return "disinhibition";
  }

  @Override
  public String summary() {
    return "a batch of training, rule=exact-inv, lin-thresh or bp (cells=units or pairs), "
        + "route=equilibrium or solver";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("rule", "exact-inv");
    defaults.put("hidden", "3");
    defaults.put("route", "equilibrium");
    defaults.put("cells", "auto");
    defaults.put("units", "256");
    defaults.put("batch", "100");
    defaults.put("average", "no");
    defaults.put("threads", "1");
    defaults.put("repeats", "15");
    defaults.put("seed", "1");
    return defaults;
  }

  @Override
  public Row run(Map<String, String> values) {
    Settings settings = new Settings(subject(), values);
    Rule rule =
        switch (settings.word("rule", List.of("exact-inv", "lin-thresh", "bp"))) {
          case "exact-inv" -> Rule.EXACT_INVERSE;
          case "lin-thresh" -> Rule.LINEAR_THRESHOLD;
          default -> Rule.BACK_PROPAGATION;
        };
    boolean integrated = settings.word("route", List.of("equilibrium", "solver")).equals("solver");
    String cells = settings.word("cells", List.of("auto", "units", "pairs"));
    boolean units =
        cells.equals("units") || (cells.equals("auto") && rule == Rule.BACK_PROPAGATION);
    if (units && rule != Rule.BACK_PROPAGATION) {
      throw new homeostat.lab.UserError(
          "bench disinhibition: cells = units learn by rule = bp alone; take cells = pairs");
    }
    try (Parallel parallel = new Parallel(settings.whole("threads", 1, 1024))) {
      Training training = Training.of(settings, rule, units, integrated, parallel);
      return training
          .measured(integrated && !units, settings.whole("repeats", 1, 10_000))
          .put("precision", "float32");
    }
  }

  /** Training under way. */
  private static final class Training {
    private final BenchBatches batches;
    private final int batch;
    private final TrainedWeights trained;
    private final Learner learner;
    private final RuleState state;
    private final Optimiser adam = Adam.withRate(1e-3);
    private final OptimiserState moments;
    private int next;
    private double residual;
    private long steps;
    private long unsettled;

    private Training(
        BenchBatches batches, int batch, TrainedWeights trained, Learner learner, RuleState state) {
      this.batches = batches;
      this.batch = batch;
      this.trained = trained;
      this.learner = learner;
      this.state = state;
      moments = adam.start(trained.parameters());
    }

    static Training of(
        Settings settings, Rule rule, boolean units, boolean integrated, Parallel parallel) {
      int batch = settings.whole("batch", 1, 100_000);
      long seed = settings.number("seed");
      Layers layers =
          new Layers(
              INPUTS,
              Collections.nCopies(
                  settings.whole("hidden", 1, 100), settings.whole("units", 1, 100_000)),
              CLASSES);
      TrainedWeights trained = TrainedWeights.draw(layers, true, Signs.NONE, 0.1, seed, parallel);
      Cells cells =
          units
              ? new Units(SoftRectifier.SOFTPLUS, 0.01)
              : new Pairs(SoftRectifier.SOFTPLUS, SoftRectifier.SOFTPLUS, 0.02, 0.005);
      Route route =
          integrated
              ? new Route.Solver(SolverSettings.PUBLISHED)
              : new Route.Equilibrium(EquilibriumSettings.USUAL);
      RuleSettings published = RuleSettings.published(rule);
      boolean average = settings.word("average", List.of("yes", "no")).equals("yes");
      RuleSettings of = published.withFeedback(published.feedback().withAverage(average));
      Learner learner =
          new Learner(trained.weights(), cells, route, of, batch, parallel, Kernels.active());
      return new Training(
          BenchBatches.draw(BATCHES, batch, INPUTS, CLASSES, seed),
          batch,
          trained,
          learner,
          RuleState.start(layers, of));
    }

    private void step() {
      int b = next++ % BATCHES;
      Outcome outcome =
          learner.learn(
              batches.inputs()[b], batches.targets()[b], batch, state, trained.gradient());
      trained.chain();
      adam.step(trained.parameters(), trained.gradients(), moments);
      trained.refresh();
      Settled settled = outcome.settledOpen().and(outcome.settledClosed());
      residual = Math.max(residual, settled.residual());
      steps = outcome.settledClosed().steps();
      unsettled += settled.unsettled();
    }

    Row measured(boolean slow, int repeats) {
      int each = slow ? 1 : 10;
      for (int i = 0; i < (slow ? SLOW_WARM_UP : WARM_UP); i++) {
        step();
      }
      residual = 0;
      Stopwatch watch = new Stopwatch();
      for (int i = 0; i < repeats; i++) {
        watch.time(() -> {
          for (int k = 0; k < each; k++) {
            step();
          }
        });
      }
      return new Row()
          .put("ms_per_batch", 1e3 * watch.seconds() / each)
          .put("caller_cpu_ms_per_batch", 1e3 * watch.callerCpuSeconds() / each)
          .put("residual", residual)
          .put("grad_norm", trained.gradients().globalNorm())
          .put("steps_per_sample", (double) steps / batch)
          .put("unsettled", unsettled)
          .put("checksum", checksum());
    }

    private long checksum() {
      CRC32 crc = new CRC32();
      java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(4);
      for (Parameter parameter : trained.parameters().all()) {
        for (float value : parameter.raw()) {
          crc.update(bytes.clear().putFloat(value).flip());
        }
      }
      return crc.getValue();
    }
  }
}
