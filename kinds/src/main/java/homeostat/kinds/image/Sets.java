package homeostat.kinds.image;

import homeostat.kinds.image.config.DataSection;
import homeostat.task.image.Brightness;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageData;
import homeostat.task.image.ImageShape;
import homeostat.task.image.Lighting;
import homeostat.task.image.PixelOrder;
import homeostat.task.image.Split;
import java.util.Optional;

/**
 * The images of a run.
 *
 * @param classes of the data set
 * @param train to learn from
 * @param validation kept apart, seen as in training
 * @param test to be judged by
 */
record Sets(int classes, ImageBatches train, Optional<ImageBatches> validation, ImageBatches test) {

  static Sets of(ImageData images, DataSection data, int batchSize, long seed) {
    PixelOrder order = order(data, images.shape(), seed);
    Brightness shift =
        data.brightness() == 0 ? Brightness.none() : new Brightness.Random(data.brightness());
    Brightness fixed = data.brightnessTest().<Brightness>map(Brightness.Fixed::new).orElse(shift);
    Lighting light = new Lighting(shift, data.contrast());
    Lighting testLight = new Lighting(fixed, data.contrast());
    Split split = Split.random(images.train().count(), data.validation(), seed);
    int[] all = Split.none(images.test().count()).train();
    ImageBatches train =
        new ImageBatches(
            images.train(), split.train(), order, light, batchSize, data.shuffled(), seed, "train");
    ImageBatches kept =
        new ImageBatches(
            images.train(), split.validation(), order, light, batchSize, false, seed, "validation");
    ImageBatches test =
        new ImageBatches(images.test(), all, order, testLight, batchSize, false, seed, "test");
    return new Sets(
        images.classes(),
        train,
        data.validation() == 0 ? Optional.empty() : Optional.of(kept),
        test);
  }

  /** How images of a shape are seen. */
  static PixelOrder order(DataSection data, ImageShape shape, long seed) {
    PixelOrder order =
        switch (data.order()) {
          case FLAT -> PixelOrder.flat(shape);
          case ROWS -> PixelOrder.rows(shape);
          case PIXELS -> PixelOrder.pixels(shape);
        };
    return data.permuted() ? order.permuted(shape, seed) : order;
  }
}
