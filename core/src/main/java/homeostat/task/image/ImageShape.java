package homeostat.task.image;

/**
 * Shape of one image.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height rows
 * @param width columns
 */
public record ImageShape(int channels, int height, int width) {
  public ImageShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image of " + channels + " x " + height + " x " + width + " has no pixels");
    }
  }

  /** Numbers in one image: channels times height times width. */
  public int size() {
    return Math.multiplyExact(channels, pixels());
  }

  /** Places in one image: height times width. */
  public int pixels() {
    return Math.multiplyExact(height, width);
  }
}
