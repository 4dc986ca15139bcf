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
  /** Steps of a measurement, so that neither reading the clock nor waking a thread counts. */
  private static final int SHORT_STEPS = 100;

  private static final int LONG_STEPS = 10;

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
    defaults.put("warm_up", "2");
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
    double warmUp = settings.decimal("warm_up", 0, 3600);
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
      int slice = mlp ? SHORT_STEPS : LONG_STEPS;
      long checksum = 0;
      parallel.forEach(cells, cell -> repeat(slice, all.get(cell)::run));
      for (TrainingStep step : all) {
        checksum = 31 * checksum + step.checksum();
      }
      Row row =
          cells == 1
              ? measured(all.getFirst(), slice, warmUp, repeats)
              : scaling(all, slice, warmUp, repeats, parallel, alone);
      return row.put("precision", "float32")
          .put("inputs", inputs)
          .put("units", units)
          .put("batch", batch)
          .put("checksum_steps", slice)
          .put("checksum", checksum);
    }
  }

  private static int size(Settings settings, String key, int usual) {
    return settings.text(key).equals("auto") ? usual : settings.whole(key, 1, 100_000);
  }

  private static Row measured(TrainingStep step, int slice, double warmUp, int repeats) {
    Runnable whole = () -> repeat(slice, step::run);
    Runnable floor = () -> repeat(slice, step::products);
    return BesideFloor.measure(whole, floor, warmUp, repeats).row("step", slice);
  }

  /** All cells on the threads, and one after the other; both do the same number of steps. */
  private static Row scaling(
      List<TrainingStep> cells,
      int slice,
      double warmUp,
      int repeats,
      Parallel parallel,
      Parallel alone) {
    Runnable together = () -> parallel.forEach(cells.size(), i -> repeat(slice, cells.get(i)::run));
    Runnable inTurn = () -> alone.forEach(cells.size(), i -> repeat(slice, cells.get(i)::run));
    BesideFloor both = BesideFloor.measure(together, inTurn, warmUp, repeats);
    Stopwatch togetherTime = both.work();
    Stopwatch inTurnTime = both.floor();
    double all = 1e-3 * slice * cells.size();
    return new Row()
        .put("cells", cells.size())
        .put("ms_per_step", togetherTime.seconds() / all)
        .put("one_thread_ms_per_step", inTurnTime.seconds() / all)
        .put("scaling", inTurnTime.seconds() / togetherTime.seconds())
        .put("cpu_ms_per_step", togetherTime.cpuSeconds() / all)
        .put("one_thread_cpu_ms_per_step", inTurnTime.cpuSeconds() / all);
  }

  private static void repeat(int steps, Runnable work) {
    for (int i = 0; i < steps; i++) {
      work.run();
    }
  }
}
