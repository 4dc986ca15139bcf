package homeostat.kinds.image;

import homeostat.gradient.Parameters;
import homeostat.kernel.Parallel;
import homeostat.kinds.image.config.ImageClassifierConfig;
import homeostat.kinds.robustness.Answers;
import homeostat.kinds.robustness.SavedClassifier;
import homeostat.kinds.robustness.TapeAnswers;
import homeostat.task.image.ImageData;
import homeostat.task.image.Images;
import homeostat.task.image.PixelOrder;
import java.util.Locale;

/**
 * A trained plain network.
 *
 * @param group what kind of network it is
 * @param classifier its settings
 * @param parameters as they were saved
 * @param test images that it was not trained on
 * @param order how images are seen
 */
record SavedPlain(
    String group, Classifier classifier, Parameters parameters, Images test, PixelOrder order)
    implements SavedClassifier {

  static SavedPlain of(ImageClassifierConfig config, homeostat.array.Arrays saved, long seed) {
    ImageData data = ImageClassifier.read(config.data());
    PixelOrder order = Sets.order(config.data(), data.shape(), seed);
    Classifier classifier = Classifier.of(config.model(), order, data.classes());
    Parameters parameters = classifier.draw(seed);
    parameters.load(saved);
    double light = config.data().brightness();
    String name = config.model().type().name().toLowerCase(Locale.ROOT) + " (plain)";
    return new SavedPlain(
        light == 0 ? name : name + ", trained at " + light,
        classifier,
        parameters,
        data.test(),
        order);
  }

  @Override
  public Answers frozen(int batch, Parallel parallel) {
    return new TapeAnswers(parameters, order, batch, parallel, classifier::record);
  }
}
