package homeostat.task.image;

import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * The images of a training file that are learnt from, and those kept apart to judge choices by.
 *
 * @param train indices into the file, ascending
 * @param validation the others, ascending
 */
public record Split(int[] train, int[] validation) {

  /** All to learn from. */
  public static Split none(int count) {
    return leading(count, 0);
  }

  /** The first {@code validation} images are kept apart. */
  public static Split leading(int count, int validation) {
    check(count, validation);
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return cut(all, validation);
  }

  /** Any {@code validation} images are kept apart, the same ones for the same seed. */
  public static Split random(int count, int validation, long seed) {
    check(count, validation);
    Split split = cut(Stream.of(seed, "validation-split").draws().permutation(count), validation);
    Arrays.sort(split.train);
    Arrays.sort(split.validation);
    return split;
  }

  private static void check(int count, int validation) {
    if (validation < 0 || validation >= count) {
      throw new IllegalArgumentException(
          validation + " of " + count + " images for validation leave none to learn from");
    }
  }

  private static Split cut(int[] order, int validation) {
    return new Split(
        Arrays.copyOfRange(order, validation, order.length),
        Arrays.copyOfRange(order, 0, validation));
  }
}
