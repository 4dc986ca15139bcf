package homeostat.task.image;

import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * How an image becomes a sequence: in {@code steps} time steps {@code features} numbers each are
 * seen.
 *
 * @param steps time steps; 1 for a flat image
 * @param features numbers in a step
 * @param source position in the image [channel][row][column] of each number [step][feature]
 */
public record PixelOrder(int steps, int features, int[] source) {
  public PixelOrder {
    if (source.length != (long) steps * features) {
      throw new IllegalArgumentException(
          source.length + " positions are not " + steps + " steps of " + features);
    }
  }

  /** All at once. */
  public static PixelOrder flat(ImageShape shape) {
    int[] source = new int[shape.size()];
    Arrays.setAll(source, i -> i);
    return new PixelOrder(1, source.length, source);
  }

  /** A row a step, from the top; the features are [channel][column]. */
  public static PixelOrder rows(ImageShape shape) {
    int features = shape.channels() * shape.width();
    int[] source = new int[shape.size()];
    for (int row = 0; row < shape.height(); row++) {
      for (int channel = 0; channel < shape.channels(); channel++) {
        for (int column = 0; column < shape.width(); column++) {
          source[row * features + channel * shape.width() + column] =
              channel * shape.pixels() + row * shape.width() + column;
        }
      }
    }
    return new PixelOrder(shape.height(), features, source);
  }

  /** A pixel a step, row by row; the features are [channel]. */
  public static PixelOrder pixels(ImageShape shape) {
    int[] source = new int[shape.size()];
    for (int pixel = 0; pixel < shape.pixels(); pixel++) {
      for (int channel = 0; channel < shape.channels(); channel++) {
        source[pixel * shape.channels() + channel] = channel * shape.pixels() + pixel;
      }
    }
    return new PixelOrder(shape.pixels(), shape.channels(), source);
  }

  /**
   * This order over images whose pixels have changed places: one fixed random permutation of the
   * pixels, the same for every image, train and test, and for all channels (permuted sequential
   * MNIST: Le, Jaitly and Hinton 2015, arXiv:1504.00941).
   */
  public PixelOrder permuted(ImageShape shape, long seed) {
    int pixels = shape.pixels();
    int[] permutation = Stream.of(seed, "pixel-permutation").draws().permutation(pixels);
    int[] moved = new int[source.length];
    for (int i = 0; i < source.length; i++) {
      moved[i] = source[i] / pixels * pixels + permutation[source[i] % pixels];
    }
    return new PixelOrder(steps, features, moved);
  }
}
