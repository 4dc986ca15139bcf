package homeostat.lab.figure.render;

import java.awt.image.BufferedImage;

/** Looks at drawn pixels. */
final class Pixels {
  private Pixels() {}

  static int count(BufferedImage image, int rgb) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == (rgb & 0xffffff) ? 1 : 0;
      }
    }
    return count;
  }

  /** First and last x of the longest run of a colour in a row of pixels. */
  static int[] longestRun(BufferedImage image, int y, int rgb) {
    int[] best = {0, -1};
    int start = 0;
    for (int x = 0; x <= image.getWidth(); x++) {
      boolean ink = x < image.getWidth() && (image.getRGB(x, y) & 0xffffff) == (rgb & 0xffffff);
      if (!ink) {
        if (x - 1 - start > best[1] - best[0]) {
          best = new int[] {start, x - 1};
        }
        start = x + 1;
      }
    }
    return best;
  }
}
