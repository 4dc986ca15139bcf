package homeostat.kinds.lyapunov.timing;

import homeostat.kinds.lyapunov.config.LyapunovBenchmarkConfig;
import homeostat.kinds.lyapunov.config.TimingSection;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import java.util.List;

/** How long do spectra take, and how long may an interval of orthonormalisation be? */
public final class LyapunovBenchmark implements Kind<LyapunovBenchmarkConfig> {
  private static final double RATE = 1.5e10;

  @Override
  public String name() {
    return "lyapunov-benchmark";
  }

  @Override
  public String summary() {
    return "Time that spectra take against exponents, simulated time and units, and the largest"
        + " exponent for several intervals of orthonormalisation.";
  }

  @Override
  public Class<LyapunovBenchmarkConfig> schema() {
    return LyapunovBenchmarkConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("timing");
  }

  @Override
  public void check(LyapunovBenchmarkConfig config, Problems problems) {
    if (config.timing().nle() > config.timing().n()) {
      problems.add(
          "timing.nle",
          "is %d, but there are %d units".formatted(config.timing().nle(), config.timing().n()));
    }
  }

  @Override
  public Estimate estimate(LyapunovBenchmarkConfig config, RunSettings settings) {
    TimingSection timing = config.timing();
    List<TimedCell> cells = TimedCell.all(timing);
    double flops = cells.stream().mapToDouble(TimedCell::cost).sum();
    double most =
        cells.stream()
            .mapToDouble(c -> 40.0 * c.n() * c.n() + 40.0 * c.n() * c.k())
            .max()
            .orElse(0);
    return new Estimate(
        (long) (Estimate.PROCESS + most),
        cells.size(),
        flops / RATE / cells.size(),
        "lower the largest of timing.sizes");
  }

  @Override
  public Experiment<?> open(LyapunovBenchmarkConfig config, Setup setup) {
    return new TimingExperiment(config.timing(), setup.seed());
  }
}
