package homeostat.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The header of an NPY file: magic, version (1.0, 2.0 or 3.0), length, and a Python dictionary such
 * as <code>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</code> (NumPy enhancement
 * proposal 1).
 *
 * @param kind letter of the type: f, i, u, b, U or S
 * @param width what follows the letter: bytes an element, characters for U
 * @param order byte order of the elements
 * @param columnMajor whether the first axis varies fastest
 * @param shape length of each axis
 */
record NpyHeader(char kind, int width, ByteOrder order, boolean columnMajor, int[] shape) {
  /** NumPy itself refuses headers beyond 10 000 bytes unless told otherwise. */
  private static final int LONGEST = 1 << 16;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Bytes of one element. */
  int elementBytes() {
    return kind == 'U' ? 4 * width : width;
  }

  /** "f4" and the like. */
  String type() {
    return "" + kind + width;
  }

  /** Reads magic, version, length and dictionary. */
  static NpyHeader read(ByteSource in) {
    byte[] start = new byte[8];
    in.readFully(start, 8, "the first 8 bytes of an NPY header");
    if (!Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
      throw in.faultAt(
          0, "is no NPY array: the bytes \\x93NUMPY are missing; was it saved as .npy?");
    }
    int major = start[6];
    if (major < 1 || major > 3 || start[7] != 0) {
      throw in.faultAt(
          6, "NPY version " + major + "." + start[7] + " is unknown; save it as 1.0, 2.0 or 3.0");
    }
    byte[] size = new byte[major == 1 ? 2 : 4];
    in.readFully(size, size.length, "the length of the header");
    ByteBuffer little = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
    long length = major == 1 ? little.getShort() & 0xFFFF : little.getInt() & 0xFFFFFFFFL;
    if (length > LONGEST) {
      throw in.faultAt(8, "a header of " + length + " bytes is damaged or hostile; write it again");
    }
    long from = in.position();
    byte[] text = new byte[(int) length];
    in.readFully(text, text.length, "the header");
    Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    try {
      String dictionary = charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      return new NpyDictionary(dictionary, in, from).parse();
    } catch (CharacterCodingException e) {
      FormatException fault = in.faultAt(from, "the header is not valid UTF-8; write it again");
      fault.initCause(e);
      throw fault;
    }
  }

  /** The bytes of a version 1.0 or 2.0 header, padded as NumPy does: data starts at 64 n. */
  static byte[] write(String descr, int[] shape) {
    StringBuilder tuple = new StringBuilder("(");
    for (int i = 0; i < shape.length; i++) {
      tuple.append(i == 0 ? "" : ", ").append(shape[i]);
    }
    tuple.append(shape.length == 1 ? ",)" : ")");
    String text = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + tuple + ", }";
    int prefix = text.length() + 64 > 0xFFFF ? 12 : 10;
    int total = (prefix + text.length() + 1 + 63) / 64 * 64;
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).put((byte) (prefix == 12 ? 2 : 1)).put((byte) 0);
    if (prefix == 12) {
      out.putInt(total - prefix);
    } else {
      out.putShort((short) (total - prefix));
    }
    out.put(text.getBytes(StandardCharsets.ISO_8859_1));
    while (out.position() < total - 1) {
      out.put((byte) ' ');
    }
    out.put((byte) '\n');
    return out.array();
  }
}
