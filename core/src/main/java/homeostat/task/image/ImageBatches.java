package homeostat.task.image;

import homeostat.kernel.Stream;

/**
 * Images in batches, epoch by epoch. Order, brightness and contrast are pure functions of (seed,
 * purpose, epoch, image): any epoch can be asked for at any time.
 *
 * @param images where they come from
 * @param subset indices of those used
 * @param order how each is seen
 * @param lighting what happens to its light
 * @param size images in a batch; the last of an epoch may have fewer
 * @param shuffled whether each epoch has an order of its own; else that of {@code subset}
 * @param seed of the run
 * @param purpose "train", "validation" or "test": each draws from streams of its own
 */
public record ImageBatches(
    Images images,
    int[] subset,
    PixelOrder order,
    Lighting lighting,
    int size,
    boolean shuffled,
    long seed,
    String purpose) {

  public ImageBatches {
    if (size < 1) {
      throw new IllegalArgumentException("a batch of " + size + " images; at least one is needed");
    }
    if (order.source().length != images.shape().size()) {
      throw new IllegalArgumentException(
          "an order of "
              + order.source().length
              + " numbers for images of "
              + images.shape().size());
    }
    for (int image : subset) {
      if (image < 0 || image >= images.count()) {
        throw new IllegalArgumentException("image " + image + " where there are " + images.count());
      }
    }
  }

  /** Batches in an epoch. */
  public int count() {
    return Math.ceilDiv(subset.length, size);
  }

  /** Room for one batch. */
  public Batch room() {
    return Batch.of(size, order);
  }

  /** The epoch of a number. */
  public ImageEpoch epoch(long number) {
    int[] sequence = subset.clone();
    if (shuffled) {
      Stream.of(seed, "image-order-" + purpose).at(number).draws().shuffle(sequence);
    }
    return new ImageEpoch(
        this,
        number,
        sequence,
        Stream.of(seed, "brightness-" + purpose),
        Stream.of(seed, "contrast-" + purpose));
  }
}
