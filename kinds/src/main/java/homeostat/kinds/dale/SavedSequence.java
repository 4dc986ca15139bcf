package homeostat.kinds.dale;

import homeostat.gradient.Parameters;
import homeostat.kernel.Parallel;
import homeostat.kinds.dale.config.DaleSequenceConfig;
import homeostat.kinds.robustness.Adaptation;
import homeostat.kinds.robustness.Answers;
import homeostat.kinds.robustness.Method;
import homeostat.kinds.robustness.RobustnessConfig;
import homeostat.kinds.robustness.SavedClassifier;
import homeostat.kinds.robustness.TapeAnswers;
import homeostat.task.image.ImageData;
import homeostat.task.image.Images;
import homeostat.task.image.PixelOrder;
import java.util.Optional;
import java.util.Set;

/**
 * A trained recurrent network. The inhibition of its cells has a set point for the whole layer,
 * where it was trained by a local loss; units have none.
 *
 * @param group what kind of network it is
 * @param model its settings
 * @param learning how it learnt
 * @param parameters as they were saved
 * @param test images that it was not trained on
 * @param order how images are seen
 */
record SavedSequence(
    String group,
    SequenceModel model,
    LearningSettings learning,
    Parameters parameters,
    Images test,
    PixelOrder order)
    implements SavedClassifier {

  static SavedSequence of(DaleSequenceConfig config, homeostat.array.Arrays saved, long seed) {
    ImageData data = Views.read(config.train().dataset(), config.data());
    PixelOrder order = DaleSequenceClassifier.order(config, data.shape(), seed);
    SequenceModel model = DaleSequenceClassifier.model(config, order, data.classes());
    Parameters parameters = model.draw(seed);
    parameters.load(saved);
    return new SavedSequence(
        group(model, config.data().brightnessFactor()),
        model,
        DaleSequenceClassifier.learning(config),
        parameters,
        data.test(),
        order);
  }

  private static String group(SequenceModel model, double factor) {
    String cells = model.network().kind().word() + " cells";
    String norm = model.network().normalised() ? " + layer norm" : "";
    String kept = model.homeostatic() ? ", homeostatic" : "";
    return cells + norm + kept + SavedNetwork.light(factor);
  }

  @Override
  public Answers frozen(int batch, Parallel parallel) {
    return new TapeAnswers(
        parameters, order, batch, parallel, (tape, x) -> model.record(tape, x).logits());
  }

  @Override
  public Optional<Adaptation> adaptation() {
    return model.homeostatic() ? Optional.of(new ByLocalLoss()) : Optional.empty();
  }

  /** Inhibition goes on learning from the local loss of training. */
  private final class ByLocalLoss implements Adaptation {
    @Override
    public Set<Method> methods() {
      return Set.of(Method.LAYER);
    }

    @Override
    public Answers open(
        Method method, RobustnessConfig.Adaptation settings, int batch, Parallel parallel) {
      return new LocalAnswers(SavedSequence.this, batch, parallel);
    }
  }
}
