package homeostat.kinds.dale;

import homeostat.gradient.Parameters;
import homeostat.kernel.Parallel;
import homeostat.kinds.dale.adaptation.DaleAdaptation;
import homeostat.kinds.dale.config.DaleClassifierConfig;
import homeostat.kinds.robustness.Adaptation;
import homeostat.kinds.robustness.Answers;
import homeostat.kinds.robustness.SavedClassifier;
import homeostat.kinds.robustness.TapeAnswers;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageData;
import homeostat.task.image.Images;
import homeostat.task.image.Lighting;
import homeostat.task.image.PixelOrder;
import homeostat.task.image.Split;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A trained feed-forward network, which adapts.
 *
 * @param group what kind of network it is
 * @param model its settings
 * @param parameters as they were saved
 * @param test images that it was not trained on
 * @param order how images are seen
 * @param adaptation what it can do without labels
 */
record SavedNetwork(
    String group,
    LayeredModel model,
    Parameters parameters,
    Images test,
    PixelOrder order,
    Optional<Adaptation> adaptation)
    implements SavedClassifier {
  private static final int LARGE_BATCH = 500;

  static SavedNetwork of(DaleClassifierConfig config, homeostat.array.Arrays saved, long seed) {
    ImageData data = Views.read(config.train().dataset(), config.data());
    LayeredModel model = DaleClassifier.model(config, data.shape(), data.classes());
    LearningSettings learning = DaleClassifier.learning(config);
    Parameters parameters = model.draw(seed);
    parameters.load(saved);
    PixelOrder order = DaleClassifier.order(config.data(), data.shape(), seed);
    double factor = config.data().brightnessFactor();
    DaleAdaptation adaptation =
        new DaleAdaptation(
            model.network(),
            parameters,
            learning.rates(),
            learning.lambda(),
            model::frozen,
            images -> first(data.train(), order, Views.light(config.data()), images, seed));
    return new SavedNetwork(
        group(model, factor), model, parameters, data.test(), order, Optional.of(adaptation));
  }

  private static ImageBatches first(
      Images images, PixelOrder order, Lighting light, int most, long seed) {
    int count = Math.min(most, images.count());
    return new ImageBatches(
        images,
        Arrays.copyOf(Split.none(images.count()).train(), count),
        order,
        light,
        Math.min(LARGE_BATCH, count),
        false,
        seed,
        "set-points");
  }

  /** The architecture, its normaliser, and the light of training. */
  private static String group(LayeredModel model, double factor) {
    String name = model.network().architecture().name().toLowerCase(Locale.ROOT);
    String norm = model.network().norm().name().toLowerCase(Locale.ROOT);
    return (norm.equals("none") ? name : name + " + " + norm + " norm") + light(factor);
  }

  /** How images were shifted in training, where they were. */
  static String light(double factor) {
    return factor == 0 ? "" : ", trained at " + factor;
  }

  @Override
  public Answers frozen(int batch, Parallel parallel) {
    return new TapeAnswers(
        parameters, order, batch, parallel, (tape, x) -> model.record(tape, x).logits());
  }
}
