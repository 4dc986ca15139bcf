package homeostat.kinds.lyapunov.flossing;

import homeostat.kinds.lyapunov.config.GradientFlossingConfig;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import java.util.List;

/**
 * Do exponents near 0 help to learn over long delays? Gradient flossing as pre-training, in
 * episodes, and as a regulariser beside the task.
 */
public final class GradientFlossing implements Kind<GradientFlossingConfig> {
  @Override
  public String name() {
    return "gradient-flossing";
  }

  @Override
  public String summary() {
    return "Pushes the Lyapunov exponents of a recurrent network towards 0 before, during or beside"
        + " training on a task with a delay, and compares with training alone.";
  }

  @Override
  public Class<GradientFlossingConfig> schema() {
    return GradientFlossingConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("flossing");
  }

  @Override
  public void check(GradientFlossingConfig config, Problems problems) {
    if (config.flossing().nle() > config.network().n()) {
      problems.add(
          "flossing.nle",
          "is %d, but there are %d units".formatted(config.flossing().nle(), config.network().n()));
    }
    if (config.flossing().methods().isEmpty()) {
      problems.add("flossing.methods", "is empty: name none, before, during, beside or several");
    }
    if (config.task().delays().isEmpty()) {
      problems.add("task.delays", "is empty: name at least one");
    }
    for (int delay : config.task().delays()) {
      if (delay >= config.task().steps()) {
        problems.add(
            "task.delays",
            "has %d, but a trial is of %d steps".formatted(delay, config.task().steps()));
      }
    }
  }

  @Override
  public Estimate estimate(GradientFlossingConfig config, RunSettings settings) {
    double n = config.network().n();
    double rows = (double) config.task().steps() * config.task().batch();
    int cells = Cell.all(config).size();
    double course = 0;
    int longest = 0;
    for (Cell cell : Cell.all(config)) {
      int length = cell.program(config).length;
      longest = Math.max(longest, length);
      course += 100.0 * length;
    }
    int threads =
        settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    double k = config.flossing().nle();
    double flossing = 8 * 1.2 * config.flossing().horizon() * (2 * n * k + k * k);
    double tested = 2.0 * 8 * (config.task().steps() * n + 20 * n * n);
    int chunk = FlossingExperiment.chunk(config);
    return new Estimate(
        (long)
            (Estimate.PROCESS
                + cells * (rows * 4 * 5 * n + 60 * n * n + flossing)
                + course
                + threads * tested),
        (longest + chunk - 1) / chunk,
        chunk * FlossingExperiment.secondsPerEpoch(config) * cells / Math.min(threads, cells),
        "lower task.batch, task.steps, network.n_samples or the number of task.delays");
  }

  @Override
  public Experiment<?> open(GradientFlossingConfig config, Setup setup) {
    return new FlossingExperiment(config, setup.seed(), setup.parallel());
  }
}
