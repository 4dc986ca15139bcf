package homeostat.task.image;

/**
 * Images with labels. The arrays are taken as they are: who hands them over no longer changes them.
 *
 * @param shape of each
 * @param pixels unsigned bytes [image][channel][row][column]
 * @param labels unsigned bytes [image]
 */
public record Images(ImageShape shape, byte[] pixels, byte[] labels) {
  public Images {
    if (pixels.length != (long) labels.length * shape.size()) {
      throw new IllegalArgumentException(
          pixels.length
              + " bytes are not "
              + labels.length
              + " images of "
              + shape.size()
              + " bytes");
    }
  }

  /** Number of images. */
  public int count() {
    return labels.length;
  }

  /** Class of an image. */
  public int label(int image) {
    return labels[image] & 0xFF;
  }
}
