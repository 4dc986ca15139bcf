package homeostat.kinds.disinhibition;

import homeostat.array.FormatException;
import homeostat.kinds.disinhibition.config.DatasetSection;
import homeostat.lab.UserError;
import homeostat.task.dataset.DataException;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.dataset.ImageSets;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageData;
import homeostat.task.image.Lighting;
import homeostat.task.image.PixelOrder;
import homeostat.task.image.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The images of a run.
 *
 * @param classes of the data set
 * @param inputs numbers of an image
 * @param train to learn from, in a new order each epoch
 * @param validation the first images of the training file, if any are kept apart
 * @param test to be judged by
 */
public record ImageParts(
    int classes,
    int inputs,
    ImageBatches train,
    Optional<ImageBatches> validation,
    ImageBatches test) {
  /** Images of a batch that is judged. */
  static final int JUDGED = 250;

  /** Reads the set of a config, and cuts it. */
  public static ImageParts read(DatasetSection dataset, int batchSize, long seed) {
    ImageData data = data(dataset);
    int count = data.train().count();
    int kept = (int) Math.round(dataset.validSplit() * count);
    if (kept >= count) {
      throw new UserError(
          "dataset.valid_split = "
              + dataset.validSplit()
              + " keeps all "
              + count
              + " images; none is left to learn from");
    }
    Split split = Split.leading(count, kept);
    PixelOrder order = PixelOrder.flat(data.shape());
    Lighting plain = Lighting.plain();
    int[] tested = Split.none(data.test().count()).train();
    return new ImageParts(
        data.classes(),
        data.shape().size(),
        new ImageBatches(data.train(), split.train(), order, plain, batchSize, true, seed, "train"),
        kept == 0
            ? Optional.empty()
            : Optional.of(
                new ImageBatches(
                    data.train(),
                    split.validation(),
                    order,
                    plain,
                    JUDGED,
                    false,
                    seed,
                    "validation")),
        new ImageBatches(data.test(), tested, order, plain, JUDGED, false, seed, "test"));
  }

  /** The files that a data set is read from. */
  static List<Path> files(DatasetSection dataset) {
    try {
      return places(dataset).files(ImageSets.installed().named(dataset.set()));
    } catch (DataException e) {
      throw mistake(dataset, e);
    }
  }

  /** The mistake, by the names of the keys here. */
  private static UserError mistake(DatasetSection dataset, Exception e) {
    String told = String.valueOf(e.getMessage()).replace("data.dir", "dataset.path");
    return new UserError("dataset.name = \"" + dataset.name() + "\": " + told);
  }

  private static DataPlaces places(DatasetSection dataset) {
    return DataPlaces.ofUser(
        dataset.path().isEmpty() ? Optional.empty() : Optional.of(Path.of(dataset.path())));
  }

  private static ImageData data(DatasetSection dataset) {
    try {
      return places(dataset).read(ImageSets.installed().named(dataset.set()));
    } catch (DataException | FormatException e) {
      throw mistake(dataset, e);
    }
  }
}
