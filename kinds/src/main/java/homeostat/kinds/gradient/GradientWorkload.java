package homeostat.kinds.gradient;

import homeostat.kernel.Parallel;
import homeostat.kinds.bench.BesideFloor;
import homeostat.kinds.bench.Settings;
import homeostat.kinds.bench.Stopwatch;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A step of training of a plain network, beside the cost of its matrix products alone. {@code mlp}:
 * forward, backward and a step of gradient descent; {@code rnn}: forward and backward through time.
 * Of several cells, each is such a network by itself, and the threads share the cells.
 */
public final class GradientWorkload implements BenchWorkload {
  /** Steps of a measurement, so that reading the clock does not count. */
  private static final int STEPS = 10;

  private static final int WARM_UP = 15;

  @Override
  public String subject() {
    return "gradient";
  }

  @Override
  public String summary() {
    return "a step of a plain network, model=mlp (inputs-units-units-10) or rnn, and its products";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("model", "mlp");
    defaults.put("inputs", "auto");
    defaults.put("units", "auto");
    defaults.put("batch", "auto");
    defaults.put("steps", "auto");
    defaults.put("cells", "1");
    defaults.put("threads", "1");
    defaults.put("repeats", "15");
    defaults.put("seed", "1");
    return defaults;
  }

  @Override
  public Row run(Map<String, String> values) {
    Settings settings = new Settings(subject(), values);
    boolean mlp = settings.word("model", List.of("mlp", "rnn")).equals("mlp");
    int inputs = size(settings, "inputs", mlp ? 784 : 10);
    int units = size(settings, "units", mlp ? 234 : 220);
    int batch = size(settings, "batch", mlp ? 32 : 128);
    if (mlp && !settings.text("steps").equals("auto")) {
      throw new UserError("bench gradient: steps has no effect on model=mlp; use model=rnn");
    }
    int steps = size(settings, "steps", 11);
    int repeats = settings.whole("repeats", 1, 10_000);
    long seed = settings.number("seed");
    int cells = settings.whole("cells", 1, 1000);
    try (Parallel parallel = new Parallel(settings.whole("threads", 1, 1024));
        Parallel alone = new Parallel(1)) {
      List<TrainingStep> all = new ArrayList<>();
      for (int cell = 0; cell < cells; cell++) {
        Parallel own = cells == 1 ? parallel : alone;
        all.add(
            mlp
                ? TrainingStep.mlp(inputs, units, batch, seed + cell, own)
                : TrainingStep.rnn(inputs, units, batch, steps, seed + cell, own));
      }
      Row row =
          cells == 1 ? measured(all.getFirst(), repeats) : scaling(all, repeats, parallel, alone);
      long checksum = 0;
      for (TrainingStep step : all) {
        checksum = 31 * checksum + step.checksum();
      }
      return row.put("precision", "float32")
          .put("inputs", inputs)
          .put("units", units)
          .put("batch", batch)
          .put("checksum", checksum);
    }
  }

  private static int size(Settings settings, String key, int usual) {
    return settings.text(key).equals("auto") ? usual : settings.whole(key, 1, 100_000);
  }

  private static Row measured(TrainingStep step, int repeats) {
    Runnable whole = () -> repeat(step::run);
    Runnable floor = () -> repeat(step::products);
    return BesideFloor.measure(whole, floor, WARM_UP, repeats).row("step", STEPS);
  }

  /** All cells on the threads, and one after the other; both do the same number of steps. */
  private static Row scaling(
      List<TrainingStep> cells, int repeats, Parallel parallel, Parallel alone) {
    Runnable together = () -> parallel.forEach(cells.size(), i -> repeat(cells.get(i)::run));
    Runnable inTurn = () -> alone.forEach(cells.size(), i -> repeat(cells.get(i)::run));
    BesideFloor both = BesideFloor.measure(together, inTurn, WARM_UP, repeats);
    Stopwatch togetherTime = both.work();
    Stopwatch inTurnTime = both.floor();
    double all = 1e-3 * STEPS * cells.size();
    return new Row()
        .put("cells", cells.size())
        .put("ms_per_step", togetherTime.seconds() / all)
        .put("one_thread_ms_per_step", inTurnTime.seconds() / all)
        .put("scaling", inTurnTime.seconds() / togetherTime.seconds())
        .put("cpu_ms_per_step", togetherTime.cpuSeconds() / all)
        .put("one_thread_cpu_ms_per_step", inTurnTime.cpuSeconds() / all);
  }

  private static void repeat(Runnable work) {
    for (int i = 0; i < STEPS; i++) {
      work.run();
    }
  }
}
