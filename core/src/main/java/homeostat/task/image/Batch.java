package homeostat.task.image;

/**
 * Room for a batch, filled again and again by {@link ImageEpoch#fill}.
 *
 * @param inputs [step][image][feature]; of a flat order [image][feature]. A batch of fewer images
 *     fills the beginning, with its own number of images as the middle length
 * @param labels class of each image
 * @param images index of each in its file
 */
public record Batch(float[] inputs, int[] labels, int[] images) {

  /** Room for {@code size} images. */
  public static Batch of(int size, PixelOrder order) {
    int length = Math.multiplyExact(size, Math.multiplyExact(order.steps(), order.features()));
    return new Batch(new float[length], new int[size], new int[size]);
  }
}
