package homeostat.kinds.lyapunov;

import homeostat.kinds.lyapunov.config.SweepSection;
import homeostat.kinds.lyapunov.config.TransitionToChaosConfig;
import homeostat.kinds.lyapunov.network.ConnectomeTold;
import homeostat.kinds.lyapunov.network.NetworkSize;
import homeostat.kinds.lyapunov.network.SectionChecks;
import homeostat.kinds.lyapunov.network.UnreadKeys;
import homeostat.kinds.lyapunov.study.StudyEstimate;
import homeostat.kinds.lyapunov.study.StudyExperiment;
import homeostat.kinds.lyapunov.study.TransitionStudy;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import homeostat.rate.Activation;
import java.util.List;

/** Where does a network become chaotic as couplings, gains or shifts vary more? */
public final class TransitionToChaos implements Kind<TransitionToChaosConfig> {
  @Override
  public String name() {
    return "transition-to-chaos";
  }

  @Override
  public String summary() {
    return "Exponents, dimension and entropy against the strength of couplings, gains or shifts;"
        + " the critical value with its interval, and mean-field theory.";
  }

  @Override
  public Class<TransitionToChaosConfig> schema() {
    return TransitionToChaosConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("spectrum", "sweep");
  }

  @Override
  public void check(TransitionToChaosConfig config, Problems problems) {
    SectionChecks.check(config.network(), config.spectrum(), problems);
    UnreadKeys.of(config.network(), problems);
    SweepSection sweep = config.sweep();
    if (sweep.gmax() < sweep.gmin()) {
      problems.add("sweep.gmax", "is below sweep.gmin = " + sweep.gmin());
    }
    if (sweep.spacing() == SweepSection.Spacing.LOGARITHMIC && sweep.gmin() <= 0) {
      problems.add("sweep.gmin", "must be above 0 for a logarithmic spacing");
    }
    if (sweep.parameter().contains(SweepSection.Varied.WEIGHTS)) {
      problems.unused("network.g", "sweep.parameter varies it from sweep.gmin to sweep.gmax");
    }
    if (sweep.parameter().isEmpty()) {
      problems.add("sweep.parameter", "is empty: name weights, gains, shifts or several");
    }
    boolean units =
        sweep.parameter().contains(SweepSection.Varied.GAINS)
            || sweep.parameter().contains(SweepSection.Varied.SHIFTS);
    if (units && !modulated(config.network().activation())) {
      SectionChecks.withoutEffect(
          "sweep.parameter",
          "varies gains or shifts of tanh",
          config.spectrum().compat(),
          problems);
    }
    if (config.network().file().isPresent()) {
      problems.add("network.file", "is one network; a sweep draws its own");
    }
  }

  private static boolean modulated(String activation) {
    try {
      return Activation.named(activation).modulated();
    } catch (IllegalArgumentException e) {
      return true; // told of already
    }
  }

  @Override
  public Estimate estimate(TransitionToChaosConfig config, RunSettings settings) {
    return StudyEstimate.of(
        NetworkSize.known(config.network()),
        config.spectrum(),
        config.spectrum().nSamples() * config.sweep().mG());
  }

  @Override
  public Experiment<?> open(TransitionToChaosConfig config, Setup setup) {
    ConnectomeTold.tell(config.network(), setup);
    return new StudyExperiment(
        new TransitionStudy(config, setup.seed()),
        setup.parallel(),
        StudyEstimate.cost(NetworkSize.known(config.network()), config.spectrum()));
  }
}
