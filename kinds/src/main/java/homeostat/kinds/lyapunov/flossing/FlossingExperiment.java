package homeostat.kinds.lyapunov.flossing;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.lyapunov.config.GradientFlossingConfig;
import homeostat.kinds.lyapunov.figures.FlossingFigures;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.TrainedSystem;
import homeostat.lab.figure.Drawing;
import homeostat.rate.RateNetwork;
import homeostat.rate.RateStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Networks of every method, delay and sample side by side; a step is some epochs of each. */
final class FlossingExperiment implements Experiment<List<FlossedNetwork>> {
  private final GradientFlossingConfig config;
  private final long seed;
  private final Parallel parallel;
  private final Parallel alone = new Parallel(1);
  private final List<Cell> cells;
  private final int chunk;
  private final long steps;

  FlossingExperiment(GradientFlossingConfig config, long seed, Parallel parallel) {
    this.config = config;
    this.seed = seed;
    this.parallel = parallel;
    cells = Cell.all(config);
    int longest = 0;
    for (Cell cell : cells) {
      longest = Math.max(longest, cell.program(config).length);
    }
    chunk = chunk(config);
    steps = ((long) longest + chunk - 1) / chunk;
  }

  /** Epochs of a step: as many as take about half a second, at most a 20th of the task. */
  static int chunk(GradientFlossingConfig config) {
    int cells = Cell.all(config).size();
    return (int)
        Math.clamp(
            0.5 / (cells * secondsPerEpoch(config)), 1, Math.ceil(config.task().epochs() / 20.0));
  }

  static double secondsPerEpoch(GradientFlossingConfig config) {
    double n = config.network().n();
    double task = 6 * n * n * config.task().batch() * config.task().steps() / 1.5e10;
    double k = config.flossing().nle();
    double floss = config.flossing().horizon() * 12 * n * n * k / 1e10;
    return Math.max(task, floss);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, Math.max(1, steps / 20), Math.max(1, steps / 3));
  }

  @Override
  public List<FlossedNetwork> start(Run run) {
    return fresh();
  }

  private List<FlossedNetwork> fresh() {
    List<FlossedNetwork> networks = new ArrayList<>();
    for (Cell cell : cells) {
      networks.add(new FlossedNetwork(config, cell, seed, alone));
    }
    return networks;
  }

  @Override
  public List<FlossedNetwork> step(List<FlossedNetwork> state, long step) {
    parallel.forEach(state.size(), i -> state.get(i).advance(chunk));
    return state;
  }

  @Override
  public Row row(List<FlossedNetwork> state, long step) {
    Row row = new Row();
    means(state)
        .forEach((name, mean) -> {
          row.put("loss/" + name, mean[0]);
          row.put("gradient_norm/" + name, mean[1]);
          row.put("flossing_loss/" + name, mean[2]);
        });
    return row;
  }

  /** Task loss, gradient norm and flossing loss of each method and delay, over samples. */
  private Map<String, double[]> means(List<FlossedNetwork> state) {
    Map<String, double[]> means = new LinkedHashMap<>();
    for (FlossedNetwork network : state) {
      double[] mean =
          means.computeIfAbsent(
              network.cell.word() + "/delay_" + network.cell.delay(), _ -> new double[3]);
      double[] last = network.last();
      for (int i = 0; i < 3; i++) {
        mean[i] += last[i] / config.network().nSamples();
      }
    }
    return means;
  }

  @Override
  public String status(List<FlossedNetwork> state) {
    List<String> out = new ArrayList<>();
    means(state)
        .forEach((name, mean) ->
            out.add(
                Double.isNaN(mean[0])
                    ? String.format(Locale.ROOT, "%s flossing %.3g", name, mean[2])
                    : String.format(Locale.ROOT, "%s %.3g", name, mean[0])));
    return String.join(", ", out.subList(0, Math.min(3, out.size())));
  }

  private List<FlossingFigures.Course> courses(List<FlossedNetwork> state) {
    List<FlossingFigures.Course> out = new ArrayList<>();
    for (FlossedNetwork network : state) {
      out.add(
          new FlossingFigures.Course(
              network.cell.word(), network.cell.delay(), List.copyOf(network.course)));
    }
    return out;
  }

  @Override
  public List<Drawing> drawings(List<FlossedNetwork> state, long step) {
    List<FlossingFigures.Course> courses = courses(state);
    return List.of(new Drawing("training", () -> FlossingFigures.training(courses)));
  }

  @Override
  public Arrays save(List<FlossedNetwork> state) {
    Arrays.Builder out = Arrays.builder();
    for (int i = 0; i < state.size(); i++) {
      out.putAll("network_" + i + "/", state.get(i).save());
    }
    return out.build();
  }

  @Override
  public List<FlossedNetwork> restore(Arrays saved) {
    List<FlossedNetwork> state = fresh();
    for (int i = 0; i < state.size(); i++) {
      state.get(i).load(saved.below("network_" + i + "/"));
    }
    return state;
  }

  @Override
  public Optional<TrainedSystem> system(List<FlossedNetwork> state) {
    RateNetwork network = state.getLast().network();
    return Optional.of(new TrainedSystem(() -> new RateStep(network), new double[network.size()]));
  }

  @Override
  public Row finish(List<FlossedNetwork> state, Run run) {
    FlossingResult[] results = new FlossingResult[state.size()];
    parallel.forEach(results.length, i -> results[i] = FlossingResult.of(state.get(i)));
    run.text("results.csv", FlossingResult.csv(results));
    for (int i = 0; i < results.length; i++) {
      Cell cell = results[i].cell();
      run.arrays(
          "networks/%s_delay_%d_sample_%d.npz".formatted(cell.word(), cell.delay(), cell.sample()),
          state.get(i).parameters());
    }
    run.figure("training", FlossingFigures.training(courses(state)));
    run.figure("exponents", FlossingFigures.exponents(FlossingResult.spectra(results)));
    run.figure("delays", FlossingFigures.delays(FlossingResult.scores(results)));
    return FlossingResult.summary(results, run);
  }

  @Override
  public void close() {
    alone.close();
  }
}
