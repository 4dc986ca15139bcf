package homeostat.kinds.robustness;

import homeostat.kernel.Parallel;
import homeostat.task.image.Images;
import homeostat.task.image.PixelOrder;
import java.util.Optional;

/** A trained network that tells images apart. */
public interface SavedClassifier {

  /** What kind of network it is, in words; seed, rates and sizes are not part of it. */
  String group();

  /** Images that it was not trained on. */
  Images test();

  /** How it sees an image. */
  PixelOrder order();

  /**
   * Opens it as it is.
   *
   * @param batch images that it answers at once
   */
  Answers frozen(int batch, Parallel parallel);

  /** How it adapts without labels, if it can. */
  default Optional<Adaptation> adaptation() {
    return Optional.empty();
  }
}
