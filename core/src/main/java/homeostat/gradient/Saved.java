package homeostat.gradient;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import java.util.Set;

/** Takes arrays of expected names and shapes out of a checkpoint. */
final class Saved {
  private Saved() {}

  static void requireNames(String what, Set<String> expected, Arrays saved) {
    if (!expected.equals(saved.names())) {
      throw new IllegalArgumentException(
          "the saved "
              + what
              + "s are "
              + saved.names()
              + ", expected are "
              + expected
              + "; was the checkpoint made with another model?");
    }
  }

  static float[] floats(Arrays saved, String name, int... shape) {
    NdArray array = saved.get(name);
    if (!java.util.Arrays.equals(array.shape(), shape)) {
      throw new IllegalArgumentException(
          "saved array '"
              + name
              + "' has shape "
              + java.util.Arrays.toString(array.shape())
              + ", expected is "
              + java.util.Arrays.toString(shape));
    }
    return saved.floats(name);
  }
}
