package homeostat.kinds.image.config;

import homeostat.gradient.Adam;
import homeostat.gradient.AdamW;
import homeostat.gradient.Decay;
import homeostat.gradient.Optimiser;
import homeostat.gradient.RmsProp;
import homeostat.gradient.Sgd;
import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [training]}: the loop over epochs. */
public record TrainingSection(
    @Key(value = "Passes over the training images.", min = 1, max = 100_000, or = "5") int epochs,
    @Key(
            value = "Images in a batch; the last of an epoch may have fewer.",
            unit = "images",
            min = 1,
            max = 100_000,
            or = "32")
        int batchSize,
    @Key(value = "The rule that turns gradients into steps.", or = "\"sgd\"") Rule optimiser,
    @Key(value = "Size of its steps.", min = 0, above = true, or = "0.0098") double learningRate,
    @Key(value = "Momentum, of sgd and rmsprop.", min = 0, max = 0.9999, or = "0.0")
        double momentum,
    @Key(value = "Whether sgd's momentum is Nesterov's.", or = "false") boolean nesterov,
    @Key(
            value =
                "Decay of parameters, of sgd and rmsprop as part of the gradient, of adamw apart.",
            min = 0,
            or = "0.0")
        double weightDecay,
    @Key(value = "Smoothing of labels in the loss.", min = 0, max = 1, or = "0.1")
        double labelSmoothing,
    @Key(
            value = "Largest global L2 norm of the gradient; larger ones are scaled down.",
            min = 0,
            above = true)
        Optional<Double> gradNormClip) {

  /** Rules. */
  public enum Rule {
    SGD,
    ADAM,
    ADAMW,
    RMSPROP
  }

  /** The rule with its numbers. */
  public Optimiser rule() {
    return switch (optimiser) {
      case SGD -> new Sgd(learningRate, momentum, nesterov, weightDecay, Decay.COUPLED);
      case ADAM -> Adam.withRate(learningRate);
      case ADAMW -> new AdamW(learningRate, 0.9, 0.999, 1e-8, weightDecay, AdamW.Form.PYTORCH);
      case RMSPROP -> new RmsProp(learningRate, 0.99, 1e-8, momentum, weightDecay);
    };
  }
}
