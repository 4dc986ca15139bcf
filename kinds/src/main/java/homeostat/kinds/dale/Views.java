package homeostat.kinds.dale;

import homeostat.array.FormatException;
import homeostat.kinds.dale.config.DataSection;
import homeostat.kinds.dale.config.TrainSection;
import homeostat.lab.UserError;
import homeostat.task.dataset.DataException;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.dataset.ImageSets;
import homeostat.task.image.Brightness;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageData;
import homeostat.task.image.Images;
import homeostat.task.image.Lighting;
import homeostat.task.image.PixelOrder;
import homeostat.task.image.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The images of a run, as it sees them.
 *
 * @param classes of the data set
 * @param train to learn from
 * @param again the same, in large batches, to judge by
 * @param judged images that do not train, lit as the config says
 * @param clean the same without any change of light
 */
public record Views(
    int classes, ImageBatches train, ImageBatches again, ImageBatches judged, ImageBatches clean) {
  private static final double WHITE = 255;

  static Views of(
      ImageData images,
      TrainSection train,
      DataSection data,
      PixelOrder order,
      int judgeSize,
      long seed) {
    Lighting light = light(data);
    Brightness fixed =
        data.brightnessFactorEval() == 0
            ? light.brightness()
            : new Brightness.Fixed(data.brightnessFactorEval());
    Lighting judgeLight = new Lighting(fixed, light.contrast());
    // A fixed shift always judges by the test images, as published.
    boolean test = train.useTestset() || data.brightnessFactorEval() != 0;
    int kept = train.useTestset() ? 0 : train.validation();
    if (kept >= images.train().count()) {
      throw new UserError(
          "train.validation = %d of %d training images leaves none to learn from"
              .formatted(kept, images.train().count()));
    }
    Split split = Split.random(images.train().count(), kept, seed);
    int[] learnt = split.train();
    int[] asked = test ? Split.none(images.test().count()).train() : split.validation();
    Images from = test ? images.test() : images.train();
    String purpose = test ? "test" : "validation";
    return new Views(
        images.classes(),
        new ImageBatches(
            images.train(),
            learnt,
            order,
            light,
            train.batchSize(),
            train.shuffle(),
            seed,
            "train"),
        new ImageBatches(images.train(), learnt, order, light, judgeSize, false, seed, "again"),
        new ImageBatches(from, asked, order, judgeLight, judgeSize, false, seed, purpose),
        new ImageBatches(from, asked, order, Lighting.plain(), judgeSize, false, seed, purpose));
  }

  /** How images are lit in training. */
  static Lighting light(DataSection data) {
    Brightness shift =
        data.brightnessFactor() == 0
            ? Brightness.none()
            : new Brightness.Random(data.brightnessFactor());
    return new Lighting(shift, data.contrastJitter() ? WHITE * data.contrastPercentile() : 0);
  }

  /** Reads a data set; what is wrong with it is the user's to mend. */
  public static ImageData read(String dataset, DataSection data) {
    try {
      return places(data).read(ImageSets.installed().named(name(dataset)));
    } catch (DataException | FormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /** The files that {@link #read} takes. */
  static List<Path> files(String dataset, DataSection data) {
    try {
      return places(data).files(ImageSets.installed().named(name(dataset)));
    } catch (DataException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static DataPlaces places(DataSection data) {
    return DataPlaces.ofUser(
        data.dir().isEmpty() ? Optional.empty() : Optional.of(Path.of(data.dir())));
  }

  /** Our name of a data set: published programs write fashionmnist, cifar10. */
  public static String name(String dataset) {
    String lower = dataset.toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (lower) {
      case "fashionmnist", "fmnist", "fashion" -> "fashion-mnist";
      case "cifar10" -> "cifar-10";
      case "rm-mnist" -> "mnist";
      default -> lower;
    };
  }

  /** Names of the data sets there are. */
  static List<String> names() {
    return ImageSets.installed().all().stream().map(set -> set.name()).toList();
  }
}
