package homeostat.kinds.memory;

import homeostat.connectome.Provenance;
import homeostat.gradient.tape.Products;
import homeostat.kernel.Draws;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.kinds.bench.BesideFloor;
import homeostat.kinds.bench.ElmanProducts;
import homeostat.kinds.bench.ProductFloor;
import homeostat.kinds.bench.Settings;
import homeostat.kinds.memory.config.NetworkSection;
import homeostat.kinds.memory.config.TrainingSection;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.NBack;
import homeostat.task.memory.SequenceMemory;
import homeostat.task.memory.TrialSplit;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An epoch of a working-memory network, beside the cost of its matrix products alone. */
public final class MemoryWorkload implements BenchWorkload {
  private static final int LOSS_EPOCHS = 10;
  private static final int BATCH = 128;
  private static final double TRAIN = 0.8;

  @Override
  public String subject() {
    return "working-memory";
  }

  @Override
  public String summary() {
    return "an epoch of training, task=seq_mem (pattern) or nback_mem, and its matrix products";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("task", "seq_mem");
    defaults.put("pattern", "5");
    defaults.put("units", "220");
    defaults.put("trials", "500");
    defaults.put("density", "0.475");
    defaults.put("threads", "1");
    defaults.put("warm_up", "2");
    defaults.put("repeats", "25");
    defaults.put("seed", "1");
    return defaults;
  }

  @Override
  public Row run(Map<String, String> values) {
    Settings settings = new Settings(subject(), values);
    int units = settings.whole("units", 1, 20_000);
    int trials = settings.whole("trials", 10, 1_000_000);
    int repeats = settings.whole("repeats", 1, 10_000);
    double warmUp = settings.decimal("warm_up", 0, 3600);
    long seed = settings.number("seed");
    boolean sequence = settings.word("task", List.of("seq_mem", "nback_mem")).equals("seq_mem");
    int pattern = settings.whole("pattern", 1, 10_000);
    MemoryTask task =
        sequence ? new SequenceMemory(pattern, trials, 0, 1) : new NBack(5, 2, trials);
    Trials all = task.draw(Stream.of(seed, "bench.trials"));
    TrialSplit split = TrialSplit.of(all, TRAIN, Stream.of(seed, "bench.split"));
    try (Parallel parallel = new Parallel(settings.whole("threads", 1, 1024))) {
      MemoryNetwork network =
          new MemoryNetwork(
              new NetworkSection(
                  NetworkSection.Nonlinearity.TANH,
                  NetworkSection.Initial.DEFAULT,
                  NetworkSection.Remap.NONE,
                  NetworkSection.Train.ALL,
                  "",
                  units),
              new TrainingSection(1, BATCH, TrainingSection.Rule.ADAM, 1e-4, 1, 0, false, 0, false),
              template(units, settings.decimal("density", 1e-3, 1), seed),
              task,
              split,
              seed,
              parallel);
      List<ProductFloor> floor = floor(task, split, units, sequence ? pattern : 1, parallel);
      return measured(network, floor, warmUp, repeats)
          .put("precision", "float32")
          .put("units", units);
    }
  }

  /** By default the density of four neurons in each region of a marmoset's cortex. */
  private static Template template(int units, double density, long seed) {
    Draws draws = Stream.of(seed, "bench.template").draws();
    double[] weights = new double[units * units];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = draws.bernoulli(density) ? 1 : 0;
    }
    return new Template(units, weights, 1, new int[units], Provenance.none());
  }

  private static List<ProductFloor> floor(
      MemoryTask task, TrialSplit split, int units, int answered, Parallel parallel) {
    Products engine = new Products(Kernels.active().dense(), parallel);
    List<ProductFloor> all = new ArrayList<>();
    for (boolean learns : new boolean[] {true, false}) {
      Trials part = learns ? split.train() : split.validate();
      for (int from = 0; from < part.trials(); from += BATCH) {
        int size = Math.min(BATCH, part.trials() - from);
        all.add(
            new ElmanProducts(
                    task.channels(), units, task.outputs(), size, part.steps(), answered, learns)
                .floor(engine));
      }
    }
    return all;
  }

  private static Row measured(
      MemoryNetwork network, List<ProductFloor> floor, double warmUp, int repeats) {
    Runnable products = () -> floor.forEach(ProductFloor::run);
    double loss = 0;
    for (int i = 0; i < LOSS_EPOCHS; i++) {
      loss = network.epoch(0).train().loss();
    }
    return BesideFloor.measure(() -> network.epoch(0), products, warmUp, repeats)
        .row("epoch", 1)
        .put("loss_epochs", LOSS_EPOCHS)
        .put("loss", loss);
  }
}
