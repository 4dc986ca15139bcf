package homeostat.task.image;

import homeostat.kernel.Stream;

/** One pass over images; for one thread at a time. */
public final class ImageEpoch {
  private final ImageBatches batches;
  private final long number;
  private final int[] sequence;
  private final Stream brightness;
  private final Stream contrast;
  private final float[] values = new float[Lighting.LEVELS];

  /** Whether pixels are seen in the order of the file, where no look-up of positions is needed. */
  private final boolean inOrder;

  ImageEpoch(
      ImageBatches batches, long number, int[] sequence, Stream brightness, Stream contrast) {
    this.batches = batches;
    this.number = number;
    this.sequence = sequence;
    this.brightness = brightness;
    this.contrast = contrast;
    inOrder = inOrder(batches.order().source());
    batches.lighting().fill(brightness, contrast, number, 0, values);
  }

  private static boolean inOrder(int[] source) {
    for (int i = 0; i < source.length; i++) {
      if (source[i] != i) {
        return false;
      }
    }
    return true;
  }

  /**
   * Fills a batch. Allocates nothing under constant light, and some 64 to 96 bytes an image under a
   * random one.
   *
   * @param index of the batch, from 0
   * @return the number of images in it
   */
  public int fill(int index, Batch batch) {
    int first = Math.multiplyExact(index, batches.size());
    int count = Math.min(batches.size(), sequence.length - first);
    if (index < 0 || count <= 0) {
      throw new IndexOutOfBoundsException("batch " + index + " of an epoch of " + batches.count());
    }
    boolean constant = batches.lighting().constant();
    for (int i = 0; i < count; i++) {
      int image = sequence[first + i];
      batch.images()[i] = image;
      batch.labels()[i] = batches.images().label(image);
      if (!constant) {
        batches.lighting().fill(brightness, contrast, number, image, values);
      }
      lay(image, i, count, batch.inputs());
    }
    return count;
  }

  private void lay(int image, int place, int count, float[] inputs) {
    PixelOrder order = batches.order();
    byte[] pixels = batches.images().pixels();
    int[] source = order.source();
    int features = order.features();
    int base = image * source.length;
    for (int step = 0; step < order.steps(); step++) {
      int out = (step * count + place) * features;
      int from = step * features;
      if (inOrder) {
        for (int k = 0; k < features; k++) {
          inputs[out + k] = values[pixels[base + from + k] & 0xFF];
        }
      } else {
        for (int k = 0; k < features; k++) {
          inputs[out + k] = values[pixels[base + source[from + k]] & 0xFF];
        }
      }
    }
  }
}
