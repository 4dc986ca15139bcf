package homeostat.kinds.memory.config;

import homeostat.gradient.Adam;
import homeostat.gradient.Decay;
import homeostat.gradient.Optimiser;
import homeostat.gradient.RmsProp;
import homeostat.gradient.Sgd;
import homeostat.lab.config.Key;

/** {@code [training]}: the loop over epochs. */
public record TrainingSection(
    @Key(
            value = "Passes over the training trials.",
            min = 1,
            max = 10_000_000,
            or = "500",
            also = "trainvalidate.epochs")
        int epochs,
    @Key(value = "Trials in a batch; the last may have fewer.", min = 1, max = 100_000, or = "128")
        int batchSize,
    @Key(value = "The rule that turns gradients into steps.", or = "\"adam\"") Rule optimizer,
    @Key(value = "Size of its steps.", min = 0, above = true, or = "0.0001") double lr,
    @Key(value = "Epochs between checkpoints.", min = 1, or = "100") int checkpointInterval,
    @Key(
            value =
                "Epochs between files of weights: after epoch 0, after this many more, ..., and"
                    + " after the last; 0 keeps only the last.",
            min = 0,
            or = "0")
        int weightsInterval,
    @Key(
            value =
                "Whether the loss of answering without the network is logged too: the mean of what"
                    + " was shown, or the network's answers with the classes shuffled.",
            or = "false")
        boolean nullPrediction,
    @Key(
            value =
                "Weight, beside that of the answers, of the mean loss at the steps of a trial"
                    + " before its last answer at which none is due and class 0, fixation, is"
                    + " right; 0 (published) leaves these steps out.",
            min = 0,
            or = "0.0")
        double fixationWeight,
    @Key(
            value =
                "Whether coactivation and graph measures, before and after, are computed at the"
                    + " end.",
            or = "true")
        boolean analysis) {

  /** Rules. */
  public enum Rule {
    ADAM,
    RMSPROP,
    SGD
  }

  /** The rule with the numbers of the published program. */
  public Optimiser rule() {
    return switch (optimizer) {
      case ADAM -> Adam.withRate(lr);
      case RMSPROP -> new RmsProp(lr, 0.99, 1e-8, 0, 0);
      case SGD -> new Sgd(lr, 0, false, 0, Decay.COUPLED);
    };
  }
}
