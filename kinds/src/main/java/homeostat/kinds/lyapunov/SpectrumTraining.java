package homeostat.kinds.lyapunov;

import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.config.SpectrumTargetSection;
import homeostat.kinds.lyapunov.config.SpectrumTrainingConfig;
import homeostat.kinds.lyapunov.network.ConnectomeTold;
import homeostat.kinds.lyapunov.network.NetworkSize;
import homeostat.kinds.lyapunov.network.SectionChecks;
import homeostat.kinds.lyapunov.network.UnreadKeys;
import homeostat.kinds.lyapunov.training.TrainingExperiment;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;
import homeostat.rate.Activation;
import java.util.List;

/** Can a network be trained towards a spectrum, by its weights or by its gains and shifts? */
public final class SpectrumTraining implements Kind<SpectrumTrainingConfig> {
  private static final long BASE = 300L << 20;
  private static final double RATE = 1e10;

  @Override
  public String name() {
    return "spectrum-training";
  }

  @Override
  public String summary() {
    return "Trains weights, gains or shifts of a rate network towards a Lyapunov spectrum, and"
        + " checks the result on an independent trajectory.";
  }

  @Override
  public Class<SpectrumTrainingConfig> schema() {
    return SpectrumTrainingConfig.class;
  }

  @Override
  public List<String> signature() {
    return List.of("target", "trained");
  }

  @Override
  public void check(SpectrumTrainingConfig config, Problems problems) {
    NetworkSection network = config.network();
    SpectrumTargetSection target = config.target();
    SectionChecks.check(network, problems);
    UnreadKeys.of(network, problems);
    problems.unused("network.noise", "spectra are trained without input");
    boolean units = config.trained().trainGains() || config.trained().trainShifts();
    try {
      Activation activation = Activation.named(network.activation());
      if (units && !activation.modulated()) {
        SectionChecks.withoutEffect("network.activation", "is tanh", target.compat(), problems);
      }
      if (!activation.positive()) {
        problems.warn(
            "network.activation",
            "is signed: synapses keep their signs in training, but a unit below 0 turns the sign"
                + " of its effect; tanh_positive does not");
      }
    } catch (IllegalArgumentException e) {
      problems.add("network.activation", String.valueOf(e.getMessage()));
    }
    if (!units && !config.trained().trainWeights()) {
      problems.add("trained.train_weights", "is false, like the others: nothing is trained");
    }
    SectionChecks.exponents("target.nle", target.nle(), network, problems);
    targets(target, problems);
    if (target.tons() < network.dt()) {
      problems.add("target.tons", "is shorter than a step, network.dt = " + network.dt());
    }
  }

  private static void targets(SpectrumTargetSection target, Problems problems) {
    boolean vector = target.loss() == SpectrumTargetSection.Loss.VECTOR;
    int values = target.values().map(List::size).orElse(0);
    if (vector && target.valuesFile().isEmpty() && values != target.nle()) {
      problems.add("target.values", "has " + values + " values for " + target.nle() + " exponents");
    }
    if (target.values().isPresent() && target.valuesFile().isPresent()) {
      problems.add("target.values_file", "and target.values both give values; keep one");
    }
    if (!vector && (target.values().isPresent() || target.valuesFile().isPresent())) {
      problems.add("target.values", "are of the loss vector; set target.loss = \"vector\"");
    }
    if (target.weights().isPresent()) {
      int weights = target.weights().get().size();
      if (!vector && target.loss() != SpectrumTargetSection.Loss.MSE) {
        problems.add("target.weights", "are of the losses mse and vector");
      } else if (weights != target.nle()) {
        problems.add(
            "target.weights", "has " + weights + " values for " + target.nle() + " exponents");
      }
    }
    boolean maximised =
        target.loss() == SpectrumTargetSection.Loss.ENTROPY
            || target.loss() == SpectrumTargetSection.Loss.SUM;
    if (maximised && target.earlyStopping() > 0) {
      problems.warn("target.early_stopping", "is for losses that fall; this one is made large");
    }
  }

  @Override
  public Estimate estimate(SpectrumTrainingConfig config, RunSettings settings) {
    SpectrumTargetSection target = config.target();
    double n = NetworkSize.known(config.network()).n();
    double k = target.nle();
    double steps = (target.tsim() + target.frameTransient()) / config.network().dt();
    double all = steps + target.transientTime() / config.network().dt();
    double intervals = (target.tsim() + target.frameTransient()) / target.tons();
    int threads =
        settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    int atWork = Math.min(threads, target.nSamples());
    double epoch = 8 * (all * n + intervals * (n * k + k * k) + 8 * n * n + 20 * n * k);
    double flops = steps * 8 * n * n * (k + 4) + all * 600 * n;
    return new Estimate(
        (long) (BASE + atWork * 1.5 * epoch + target.nSamples() * 60 * n * n),
        target.nEpochs(),
        flops * target.nSamples() / RATE / atWork,
        "lower network.n, target.nle or target.tsim");
  }

  @Override
  public Experiment<?> open(SpectrumTrainingConfig config, Setup setup) {
    ConnectomeTold.tell(config.network(), setup);
    return new TrainingExperiment(config, setup.seed(), setup.parallel());
  }
}
