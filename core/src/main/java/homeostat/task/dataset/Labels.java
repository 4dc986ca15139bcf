package homeostat.task.dataset;

import homeostat.array.FormatException;
import java.nio.file.Path;

/** Labels that were read from a file. */
final class Labels {
  private Labels() {}

  /**
   * Complains of the first label that is no class.
   *
   * @param start byte of the first label in the file
   * @param stride bytes from one label to the next
   */
  static void check(byte[] labels, int classes, Path file, long start, long stride) {
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xFF;
      if (label >= classes) {
        throw new FormatException(
            file,
            "byte " + (start + i * stride),
            "label " + label + " where the classes are 0 to " + (classes - 1));
      }
    }
  }
}
