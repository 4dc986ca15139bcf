package homeostat.kinds.lyapunov;

import homeostat.kinds.lyapunov.config.LyapunovSpectrumConfig;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import java.util.List;

/** How stable or chaotic is a recurrent network? Spectra of drawn networks or of a given one. */
public final class LyapunovSpectrum implements Kind<LyapunovSpectrumConfig> {
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
    SectionChecks.check(config.network(), config.spectrum(), problems);
  }

  @Override
  public Estimate estimate(LyapunovSpectrumConfig config, RunSettings settings) {
    return StudyEstimate.of(config.network(), config.spectrum(), config.spectrum().nSamples());
  }

  @Override
  public Experiment<?> open(LyapunovSpectrumConfig config, Setup setup) {
    Samples samples = new Samples(config.spectrum(), setup.seed());
    boolean one = config.network().file().isPresent();
    SpectrumStudy study =
        new SpectrumStudy(
            config,
            i -> {
              DrawnNetwork drawn = DrawnNetwork.of(config.network(), setup.seed(), one ? 0 : i, i);
              return samples.of(drawn.network(), drawn.start(), i);
            },
            one ? "start" : "network");
    return new StudyExperiment(
        study, setup.parallel(), StudyEstimate.cost(config.network(), config.spectrum()));
  }
}
