package homeostat.kinds.lyapunov;

import homeostat.kinds.lyapunov.config.LyapunovSpectrumConfig;
import homeostat.kinds.lyapunov.network.ConnectomeTold;
import homeostat.kinds.lyapunov.network.DrawnNetwork;
import homeostat.kinds.lyapunov.network.NetworkSize;
import homeostat.kinds.lyapunov.network.SectionChecks;
import homeostat.kinds.lyapunov.network.UnreadKeys;
import homeostat.kinds.lyapunov.study.Samples;
import homeostat.kinds.lyapunov.study.SpectrumStudy;
import homeostat.kinds.lyapunov.study.StudyEstimate;
import homeostat.kinds.lyapunov.study.StudyExperiment;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import java.util.List;

/** How long must one average? One network from several starts. */
public final class LyapunovConvergence implements Kind<LyapunovSpectrumConfig> {
  @Override
  public String name() {
    return "lyapunov-convergence";
  }

  @Override
  public String summary() {
    return "Running estimates of the exponents of one network from several starts: how long one"
        + " must average.";
  }

  @Override
  public Class<LyapunovSpectrumConfig> schema() {
    return LyapunovSpectrumConfig.class;
  }

  /** Its config is that of lyapunov-spectrum, so a file must name it. */
  @Override
  public List<String> signature() {
    return List.of("convergence");
  }

  @Override
  public void check(LyapunovSpectrumConfig config, Problems problems) {
    SectionChecks.check(config.network(), config.spectrum(), problems);
    UnreadKeys.of(config.network(), problems);
    if (config.trained().given()) {
      problems.add("trained", "is not used here; take lyapunov-spectrum");
    }
  }

  @Override
  public Estimate estimate(LyapunovSpectrumConfig config, RunSettings settings) {
    return StudyEstimate.of(
        NetworkSize.known(config.network()), config.spectrum(), config.spectrum().nSamples());
  }

  @Override
  public Experiment<?> open(LyapunovSpectrumConfig config, Setup setup) {
    ConnectomeTold.tell(config.network(), setup);
    Samples samples = new Samples(config.spectrum(), setup.seed());
    SpectrumStudy study =
        new SpectrumStudy(
            config,
            i -> {
              DrawnNetwork drawn = DrawnNetwork.of(config.network(), setup.seed(), 0, i);
              return samples.of(drawn, i);
            },
            "start",
            true);
    return new StudyExperiment(
        study,
        setup.parallel(),
        StudyEstimate.cost(NetworkSize.known(config.network()), config.spectrum()));
  }
}
