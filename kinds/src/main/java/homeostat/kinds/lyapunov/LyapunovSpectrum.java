package homeostat.kinds.lyapunov;

import homeostat.kernel.Parallel;
import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.LyapunovSpectrumConfig;
import homeostat.kinds.lyapunov.config.ModelSection;
import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.config.SpectrumSection;
import homeostat.kinds.lyapunov.network.ConnectomeTold;
import homeostat.kinds.lyapunov.network.DrawnNetwork;
import homeostat.kinds.lyapunov.network.NetworkSize;
import homeostat.kinds.lyapunov.network.SectionChecks;
import homeostat.kinds.lyapunov.network.UnreadKeys;
import homeostat.kinds.lyapunov.study.Sample;
import homeostat.kinds.lyapunov.study.Samples;
import homeostat.kinds.lyapunov.study.SpectrumStudy;
import homeostat.kinds.lyapunov.study.StudyEstimate;
import homeostat.kinds.lyapunov.study.StudyExperiment;
import homeostat.kinds.lyapunov.trained.TrainedNetworks;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.TrainedSystem;
import homeostat.lab.UserError;
import homeostat.lab.config.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** How stable or chaotic is a recurrent network? Spectra of drawn networks or of a given one. */
public final class LyapunovSpectrum implements Kind<LyapunovSpectrumConfig> {
  /** Deviation of the starts of a trained network from its own. */
  private static final double NOISE = 0.1;

  /** The same of a map, which may escape. */
  private static final double SMALL_NOISE = 1e-3;

  @Override
  public String name() {
    return "lyapunov-spectrum";
  }

  @Override
  public String summary() {
    return "Lyapunov spectra of recurrent networks, drawn, from a file or trained, with errors,"
        + " dimension and entropy.";
  }

  @Override
  public Class<LyapunovSpectrumConfig> schema() {
    return LyapunovSpectrumConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("spectrum");
  }

  @Override
  public void check(LyapunovSpectrumConfig config, Problems problems) {
    ModelSection trained = config.trained();
    if (trained.of().isPresent() && trained.model().isPresent()) {
      problems.add("trained.model", "and trained.of both name a network; keep one");
    }
    boolean given = trained.given();
    if (trained.system() != ModelSection.Known.NONE
        && (trained.of().isPresent() || trained.model().isPresent())) {
      problems.add("trained.system", "and a trained network are both named; keep one");
    }
    if (given) {
      SectionChecks.check(config.network().withN(Integer.MAX_VALUE), config.spectrum(), problems);
    } else {
      SectionChecks.check(config.network(), config.spectrum(), problems);
      UnreadKeys.of(config.network(), problems);
    }
    UnreadKeys.of(trained, problems);
    if (given && config.spectrum().compat()) {
      problems.add("spectrum.compat", "is of rate networks that are drawn or in network.file");
    }
    if (given && config.spectrum().precision() == SpectrumSection.Precision.FLOAT32) {
      problems.add("spectrum.precision", "of a trained network is float64");
    }
  }

  @Override
  public Estimate estimate(LyapunovSpectrumConfig config, RunSettings settings) {
    return StudyEstimate.of(network(config), config.spectrum(), config.spectrum().nSamples());
  }

  /** The section with the number of variables that there will be. */
  private static NetworkSection network(LyapunovSpectrumConfig config) {
    if (!config.trained().given()) {
      return NetworkSize.known(config.network());
    }
    try (Parallel alone = new Parallel(1)) {
      Setup quiet = new Setup(0, Long.MAX_VALUE, alone, _ -> {});
      int size = TrainedNetworks.of(config.trained(), quiet).orElseThrow().start().length;
      return config.network().withN(size);
    }
  }

  @Override
  public Experiment<?> open(LyapunovSpectrumConfig config, Setup setup) {
    ConnectomeTold.tell(config.network(), setup);
    Samples samples = new Samples(config.spectrum(), setup.seed());
    Optional<TrainedSystem> trained = TrainedNetworks.of(config.trained(), setup);
    boolean one =
        config.network().file().isPresent()
            || config.network().connectome().source() != ConnectomeSection.Source.NONE;
    IntFunction<Sample> made =
        i -> {
          DrawnNetwork drawn = DrawnNetwork.of(config.network(), setup.seed(), one ? 0 : i, i);
          return samples.of(drawn, i);
        };
    if (trained.isPresent()) {
      TrainedSystem system = trained.get();
      boolean known = config.trained().system() != ModelSection.Known.NONE;
      int size = system.step().get().size();
      if (config.spectrum().nle() > size) {
        throw new UserError(
            "spectrum.nle = "
                + config.spectrum().nle()
                + ", but the state has "
                + size
                + " variables");
      }
      made =
          i -> {
            double[] start = system.start().clone();
            double[] noise = DrawnNetwork.normal(size, setup.seed(), i);
            for (int e = 0; e < size; e++) {
              start[e] += (known ? SMALL_NOISE : NOISE) * noise[e];
            }
            return samples.of(system.step(), start, i);
          };
    }
    SpectrumStudy study =
        new SpectrumStudy(config, made, one || trained.isPresent() ? "start" : "network", false);
    return new StudyExperiment(
        study, setup.parallel(), StudyEstimate.cost(network(config), config.spectrum()));
  }
}
