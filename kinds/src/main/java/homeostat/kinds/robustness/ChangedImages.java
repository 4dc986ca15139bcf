package homeostat.kinds.robustness;

import homeostat.kernel.Stream;
import homeostat.task.image.Images;
import homeostat.task.image.PixelOrder;

/** Test images after a fixed change. */
final class ChangedImages {
  private static final float WHITE = 255f;

  /** What is changed. */
  enum Change {
    BRIGHTNESS,
    CONTRAST,
    NOISE
  }

  private final Images images;
  private final PixelOrder order;
  private final Change change;
  private final double level;
  private final Stream noise;

  ChangedImages(Images images, PixelOrder order, Change change, double level, long seed) {
    this.images = images;
    this.order = order;
    this.change = change;
    this.level = level;
    this.noise = Stream.of(seed, "robustness-noise");
  }

  /**
   * Writes images {@code from .. from + count - 1}.
   *
   * @param rows [time][image] rows of [feature]
   */
  void fill(int from, int count, float[] rows, float[] labels) {
    int size = order.source().length;
    int features = order.features();
    for (int i = 0; i < count; i++) {
      int image = from + i;
      labels[i] = images.label(image);
      for (int k = 0; k < size; k++) {
        int at = image * size + order.source()[k];
        int row = k / features * count + i;
        rows[row * features + k % features] = changed((images.pixels()[at] & 0xFF) / WHITE, at);
      }
    }
  }

  private float changed(float x, long position) {
    double y =
        switch (change) {
          case BRIGHTNESS -> x + level;
          case CONTRAST -> 0.5 + level * (x - 0.5);
          case NOISE -> x + level * noise.normal(position);
        };
    return (float) Math.clamp(y, 0.0, 1.0);
  }
}
