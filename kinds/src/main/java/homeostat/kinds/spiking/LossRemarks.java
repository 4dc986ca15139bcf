package homeostat.kinds.spiking;

import homeostat.kinds.spiking.config.CompatSection;
import homeostat.kinds.spiking.config.CvSection;
import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.MembraneVarianceSection;
import homeostat.kinds.spiking.config.SilentSection;
import homeostat.kinds.spiking.config.TrainingSection.Trainable;
import homeostat.lab.config.Problems;
import homeostat.spiking.CellParameters;
import homeostat.spiking.Physiology;
import homeostat.spiking.learning.BackPropagation;
import java.util.Locale;

/** What is no mistake and may still surprise: what a weighted loss cannot see, or not teach. */
final class LossRemarks {
  /** Chunks below this many membrane time constants do not hold a membrane's fluctuations. */
  private static final double FLUCTUATIONS = 5;

  /** A derivative this many times the change of the loss is worth a word. */
  private static final double STEEP = 2;

  private static final String WEIGHT = "hyperparameters.loss_weight.";

  private final HomeostaticPlasticityConfig config;
  private final Problems problems;

  private LossRemarks(HomeostaticPlasticityConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  static void of(HomeostaticPlasticityConfig config, Physiology physiology, Problems problems) {
    if (config.training().optimisable().orElse(Trainable.NONE) == Trainable.NONE) {
      problems.warn(
          "training.optimisable",
          (config.training().optimisable().isEmpty() ? "is not set" : "is none")
              + ": nothing is trained, the network only runs");
      return;
    }
    if (!config.training().learningRule().equals(BackPropagation.NAME)) {
      return;
    }
    LossRemarks remarks = new LossRemarks(config, problems);
    if (remarks.weighs("cv")) {
      remarks.irregularity();
    }
    if (remarks.weighs("silent_penalty")) {
      remarks.silence();
    }
    if (remarks.weighs("membrane_variance")) {
      remarks.membrane(physiology);
    }
  }

  private boolean weighs(String loss) {
    return config.hyperparameters().lossWeight().getOrDefault(loss, 0.0) > 0;
  }

  private void irregularity() {
    if (config.cv().gradient() == CvSection.Gradient.NONE) {
      problems.warn(
          WEIGHT + "cv",
          "this loss is a value without a gradient: it is logged and trains nothing;"
              + " cv.gradient = \"insertion\" gives it one");
    }
  }

  private void silence() {
    double seconds = config.simulation().chunkMs() / 1000;
    double steepest =
        config.targets().alpha().values().stream().mapToDouble(a -> a / seconds).max().orElse(0);
    if (config.silent().gradient() == SilentSection.Gradient.PUBLISHED && steepest > STEEP) {
      problems.warn(
          WEIGHT + "silent_penalty",
          String.format(
              Locale.ROOT,
              "in a chunk of %.3g s its derivative is %.3g times what a spike changes;"
                  + " silent.gradient = \"bounded\" takes the change itself",
              seconds,
              steepest));
    }
  }

  private void membrane(Physiology physiology) {
    if (config.compat().membraneVariance() == CompatSection.MembraneVariance.DETACHED) {
      problems.warn(
          WEIGHT + "membrane_variance",
          "compat.membrane_variance = \"detached\" takes its gradient away: it is logged and trains"
              + " nothing");
      return;
    }
    double slowest =
        physiology.cells().stream().mapToDouble(CellParameters::tauMem).max().orElse(0);
    if (config.membraneVariance().statistics() == MembraneVarianceSection.Statistics.CHUNK
        && config.simulation().chunkMs() < FLUCTUATIONS * slowest) {
      problems.warn(
          WEIGHT + "membrane_variance",
          String.format(
              Locale.ROOT,
              "a chunk of %.3g ms holds %.2g time constants of the slowest membrane and misses its"
                  + " fluctuations; membrane_variance.statistics = \"running\" sees over chunks",
              config.simulation().chunkMs(),
              config.simulation().chunkMs() / slowest));
    }
  }
}
