package homeostat.task.image;

import homeostat.kernel.Stream;

/**
 * What happens to the light of an image before it is seen. A pixel p of 0 to 255 becomes
 *
 * <ol>
 *   <li>contrast: {@code p <- trunc(clip((p - m) 255 / (255 - m), 0, 255))} with {@code m ~ U(0,
 *       contrast)}, one m an image and epoch; left out where contrast is 0,
 *   <li>{@code x = p / 255},
 *   <li>brightness: {@code x <- clip(x + r, 0, 1)}.
 * </ol>
 *
 * <p>All depends on the image and the epoch, not on the order of images or on batches.
 *
 * @param brightness the shift r
 * @param contrast largest lower bound m of the stretch, in grey levels, 0 to 254
 */
public record Lighting(Brightness brightness, double contrast) {
  /** Grey levels of a pixel. */
  static final int LEVELS = 256;

  private static final double WHITE = 255;

  public Lighting {
    if (!(contrast >= 0 && contrast < WHITE)) {
      throw new IllegalArgumentException("contrast " + contrast + " is outside [0, 255)");
    }
  }

  /** Pixels as they are. */
  public static Lighting plain() {
    return new Lighting(Brightness.none(), 0);
  }

  /** Brightness alone. */
  public static Lighting of(Brightness brightness) {
    return new Lighting(brightness, 0);
  }

  /** Whether every image of every epoch is lit alike. */
  boolean constant() {
    return contrast == 0 && brightness instanceof Brightness.Fixed;
  }

  /**
   * What each grey level becomes in one image.
   *
   * @param brightnessDraws stream of the shifts
   * @param contrastDraws stream of the bounds
   * @param values filled [grey level]
   */
  void fill(Stream brightnessDraws, Stream contrastDraws, long epoch, int image, float[] values) {
    double r = brightness.shift(brightnessDraws, epoch, image);
    double m = contrast == 0 ? 0 : contrast * contrastDraws.at(epoch).uniform(image);
    for (int level = 0; level < LEVELS; level++) {
      double p = contrast == 0 ? level : stretched(level, m);
      values[level] = (float) Brightness.shifted(p / WHITE, r);
    }
  }

  /** A grey level after the stretch that moves m to black and leaves white. */
  static double stretched(int level, double m) {
    return (int) Math.clamp((level - m) * WHITE / (WHITE - m), 0.0, WHITE);
  }
}
