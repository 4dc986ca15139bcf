package homeostat.task.image;

import homeostat.kernel.Stream;

/**
 * A shift of the brightness of an image: {@code x <- clip(x + r, 0, 1)} with one r for all its
 * pixels (Fashion-MNIST under changing light; the range of r is the strength of the distribution
 * shift).
 */
public sealed interface Brightness {

  /** The shift r of one image in one epoch, a pure function of its arguments. */
  double shift(Stream purpose, long epoch, int image);

  /** No shift. */
  static Brightness none() {
    return new Fixed(0);
  }

  /** The same shift for every image; negative is darker. */
  record Fixed(double shift) implements Brightness {
    public Fixed {
      check(Math.abs(shift), "shift " + shift, "[-1, 1]");
    }

    @Override
    public double shift(Stream purpose, long epoch, int image) {
      return shift;
    }
  }

  /** {@code r ~ U(-factor, factor)}, drawn anew for each image in each epoch. */
  record Random(double factor) implements Brightness {
    public Random {
      check(factor, "factor " + factor, "[0, 1]");
    }

    @Override
    public double shift(Stream purpose, long epoch, int image) {
      return factor * (2 * purpose.at(epoch).uniform(image) - 1);
    }
  }

  /** {@code clip(x + r, 0, 1)}. */
  static double shifted(double x, double r) {
    return Math.clamp(x + r, 0.0, 1.0);
  }

  private static void check(double size, String what, String range) {
    if (!(size >= 0 && size <= 1)) {
      throw new IllegalArgumentException("brightness " + what + " is outside " + range);
    }
  }
}
