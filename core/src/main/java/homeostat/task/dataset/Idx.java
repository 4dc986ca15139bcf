package homeostat.task.dataset;

import homeostat.array.FormatException;
import homeostat.array.Gz;
import homeostat.array.NdArray;
import java.nio.file.Path;

/**
 * The IDX format of the MNIST files: two zero bytes, a type code, the number of axes, the length of
 * each axis as a 32-bit big-endian integer, then the elements in row-major order. Bytes (type code
 * 8) are read; the file may be compressed with gzip.
 */
public final class Idx {
  private static final int UNSIGNED_BYTE = 8;

  private Idx() {}

  /**
   * Reads a file of bytes.
   *
   * @throws FormatException naming file and byte, if it is no IDX file of bytes, is cut off, or has
   *     more bytes than its shape
   */
  public static NdArray.U1 read(Path file) {
    return parse(Gz.read(file, Integer.MAX_VALUE - 8), file);
  }

  /** Takes a content apart that was read from {@code file}. */
  static NdArray.U1 parse(byte[] content, Path file) {
    if (content.length < 4) {
      throw new FormatException(
          file, "byte " + content.length, "ends within the magic number; is it an IDX file?");
    }
    if (content[0] != 0 || content[1] != 0) {
      throw new FormatException(
          file, "byte 0", "an IDX file starts with two zero bytes, this one does not");
    }
    if (content[2] != UNSIGNED_BYTE) {
      throw new FormatException(
          file,
          "byte 2",
          "type code " + (content[2] & 0xFF) + ": only 8, unsigned bytes, can be read");
    }
    int[] shape = shape(content, file);
    int start = 4 + 4 * shape.length;
    long elements = 1;
    for (int length : shape) {
      elements = Math.multiplyExact(elements, length);
      if (elements > Integer.MAX_VALUE) {
        break;
      }
    }
    int rest = content.length - start;
    if (rest < elements) {
      throw new FormatException(
          file,
          "byte " + content.length,
          "ends after "
              + rest
              + " of the elements of its shape "
              + text(shape)
              + "; it is cut off");
    }
    if (rest > elements) {
      throw new FormatException(
          file,
          "byte " + (start + elements),
          (rest - elements) + " bytes follow the elements of its shape " + text(shape));
    }
    byte[] data = new byte[(int) elements];
    System.arraycopy(content, start, data, 0, data.length);
    return new NdArray.U1(data, shape);
  }

  private static int[] shape(byte[] content, Path file) {
    int axes = content[3] & 0xFF;
    if (axes == 0) {
      throw new FormatException(file, "byte 3", "an array of no axes; there must be at least one");
    }
    if (content.length < 4 + 4 * axes) {
      throw new FormatException(
          file, "byte " + content.length, "ends within the lengths of its " + axes + " axes");
    }
    int[] shape = new int[axes];
    for (int axis = 0; axis < axes; axis++) {
      int at = 4 + 4 * axis;
      int length =
          (content[at] & 0xFF) << 24
              | (content[at + 1] & 0xFF) << 16
              | (content[at + 2] & 0xFF) << 8
              | (content[at + 3] & 0xFF);
      if (length < 0) {
        throw new FormatException(
            file, "byte " + at, "axis " + axis + " has the impossible length " + length);
      }
      shape[axis] = length;
    }
    return shape;
  }

  private static String text(int[] shape) {
    StringBuilder text = new StringBuilder();
    for (int length : shape) {
      text.append(text.isEmpty() ? "" : " x ").append(length);
    }
    return text.toString();
  }
}
