package homeostat.kinds.lyapunov.published;

import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.LyapunovSpectrumConfig;
import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.config.SpectrumTargetSection;
import homeostat.kinds.lyapunov.config.SpectrumTrainingConfig;
import homeostat.kinds.lyapunov.config.SweepSection;
import homeostat.kinds.lyapunov.config.TrainedSection;
import homeostat.kinds.lyapunov.config.TransitionToChaosConfig;
import homeostat.rate.Activation;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of runs and files as the published programs make them, from a config. */
public final class PublishedNames {
  private PublishedNames() {}

  /** Of a training run, without the number of the sample. */
  public static String training(SpectrumTrainingConfig config) {
    boolean connectome = config.network().connectome().source() != ConnectomeSection.Source.NONE;
    SpectrumTargetSection target = config.target();
    TrainedSection trained = config.trained();
    String what =
        "_Weights%s_Shifts%s_Gains%s"
            .formatted(
                truth(trained.trainWeights()),
                truth(trained.trainShifts()),
                truth(trained.trainGains()));
    String loop =
        "_lr"
            + PythonNumbers.real(target.lr())
            + "_NLE"
            + target.nle()
            + "_Epochs"
            + target.nEpochs()
            + "_"
            + loss(target);
    String times =
        "_Tons" + PythonNumbers.real(target.tons()) + "_Tsim" + PythonNumbers.whole(target.tsim());
    String dt = "_dt" + PythonNumbers.real(config.network().dt());
    String activation = activation(config.network());
    if (connectome) {
      return activation + region(config.network().connectome()) + what + loop + times + dt;
    }
    return activation
        + what
        + "_N"
        + config.network().n()
        + loop
        + "_g"
        + PythonNumbers.real(config.network().g())
        + times
        + (fixed(trained) ? parameters(config) : dt);
  }

  /** The name of one sample: plain training of random networks always counts them. */
  static String sample(SpectrumTrainingConfig config, int sample) {
    boolean plain =
        config.network().connectome().source() == ConnectomeSection.Source.NONE
            && !fixed(config.trained());
    boolean counted = plain || config.target().nSamples() > 1;
    return training(config) + (counted ? "_Sample" + sample : "");
  }

  /** The folder that the published programs sort such runs into. */
  static String type(SpectrumTrainingConfig config) {
    ConnectomeSection connectome = config.network().connectome();
    if (connectome.source() != ConnectomeSection.Source.NONE) {
      return connectome.population() == ConnectomeSection.Population.NONE
          ? "flybrain_RNN"
          : "flybrain_RNN_cell";
    }
    return fixed(config.trained()) ? "rd_RNN_fixed_param" : "rd_RNN";
  }

  /** Whether a fixed number of parameters is trained. */
  static boolean fixed(TrainedSection trained) {
    return trained.numWeights().isPresent()
        || trained.numGains().isPresent()
        || trained.numShifts().isPresent();
  }

  private static String parameters(SpectrumTrainingConfig config) {
    int n = config.network().n();
    TrainedSection trained = config.trained();
    return "_Param%d_%d_%d"
        .formatted(
            trained.numWeights().orElse(n * n),
            trained.numGains().orElse(n),
            trained.numShifts().orElse(n));
  }

  /** Of running estimates. */
  static String convergence(LyapunovSpectrumConfig config) {
    return activation(config.network())
        + "_N"
        + config.network().n()
        + "_NLE"
        + (config.spectrum().nle() == 0 ? config.network().n() : config.spectrum().nle())
        + "_g"
        + PythonNumbers.real(config.network().g())
        + "_Tons"
        + PythonNumbers.real(interval(config.spectrum().tons()))
        + "_Tsim"
        + PythonNumbers.whole(config.spectrum().tsim())
        + "_dt"
        + PythonNumbers.real(config.network().dt());
  }

  /** Of a chart against the spread of parameters. */
  static String chart(TransitionToChaosConfig config) {
    return activation(config.network())
        + "_N"
        + config.network().n()
        + "_nSample"
        + config.spectrum().nSamples()
        + "_tSim"
        + PythonNumbers.whole(config.spectrum().tsim())
        + "_dt"
        + PythonNumbers.real(config.network().dt())
        + "_tOns"
        + PythonNumbers.real(interval(config.spectrum().tons()))
        + "_"
        + config.sweep().parameter().stream()
            .map(PublishedNames::word)
            .collect(Collectors.joining("_"));
  }

  private static double interval(double tons) {
    return tons == 0 ? 0.2 : tons;
  }

  private static String word(SweepSection.Varied varied) {
    return varied.name().toLowerCase(Locale.ROOT);
  }

  private static String region(ConnectomeSection connectome) {
    String folder =
        connectome
            .folder()
            .map(Path::getFileName)
            .map(Path::toString)
            .orElse(connectome.source().name().toLowerCase(Locale.ROOT));
    return "_ROI_"
        + folder
        + switch (connectome.population()) {
          case NONE -> "";
          case CELL_FIBERS -> "_Subpop_cell_fibers";
          case NEUROTRANSMITTER -> "_Subpop_neurotransmitter";
        };
  }

  private static String truth(boolean is) {
    return is ? "True" : "False";
  }

  private static String activation(NetworkSection network) {
    return Activation.named(network.activation()).fileName();
  }

  private static String loss(SpectrumTargetSection target) {
    String value = String.format(Locale.ROOT, "%.2f", target.value());
    return switch (target.loss()) {
      case L2 -> "l2Norm_" + value;
      case MSE -> "MSE_" + value;
      case LINE -> "MSE_1.25_-1.25";
      case SUM -> "Entropy";
      case VECTOR, LARGEST, DIMENSION, ENTROPY ->
          target.loss().name().toLowerCase(Locale.ROOT) + "_" + value;
    };
  }
}
