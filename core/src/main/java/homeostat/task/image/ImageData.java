package homeostat.task.image;

/**
 * An image data set.
 *
 * @param name as in configurations: lower case, words joined by {@code -}
 * @param classes number of classes; labels are below it
 * @param train images to learn from
 * @param test images to be judged by
 */
public record ImageData(String name, int classes, Images train, Images test) {
  public ImageData {
    if (!train.shape().equals(test.shape())) {
      throw new IllegalArgumentException(
          name + ": train images are " + train.shape() + ", test images " + test.shape());
    }
  }

  /** Shape of each image. */
  public ImageShape shape() {
    return train.shape();
  }
}
