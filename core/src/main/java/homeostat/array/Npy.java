package homeostat.array;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Arrays in NumPy's NPY format, versions 1.0 to 3.0, plain or compressed with gzip.
 *
 * <p>Read are all of NumPy's real numbers, in either byte order and either memory order: f2 and f4
 * become {@link NdArray.F4}, f8 {@link NdArray.F8}; i1, i2, i4 and u2 become {@link NdArray.I4};
 * i8, u4 and u8 become {@link NdArray.I8} (a value beyond 2^63 - 1 is an error); u1 and bool become
 * {@link NdArray.U1}. Object arrays are never read, as pickles can run code.
 */
public final class Npy {
  private Npy() {}

  /** Texts of a NumPy array of type {@code U} or {@code S}, row-major. */
  public record Strings(String[] data, int... shape) {}

  /**
   * Reads a {@code .npy} or {@code .npy.gz} file.
   *
   * @throws FormatException naming file, byte and fix, when the file is missing or damaged
   */
  public static NdArray read(Path file) {
    try (InputStream in = Gz.open(file)) {
      ByteSource source = new ByteSource(in, file, "", -1);
      NdArray array = read(source);
      source.expectEnd();
      return array;
    } catch (IOException e) {
      throw Faults.of(file, "", e);
    }
  }

  /**
   * Reads one array and leaves the stream behind its last byte.
   *
   * @param name names the stream in errors
   */
  public static NdArray read(InputStream in, Path name) {
    return read(new ByteSource(in, name, "", -1));
  }

  /** Reads a file that holds an array of texts. */
  public static Strings readStrings(Path file) {
    try (InputStream in = Gz.open(file)) {
      ByteSource source = new ByteSource(in, file, "", -1);
      Strings strings = readStrings(source);
      source.expectEnd();
      return strings;
    } catch (IOException e) {
      throw Faults.of(file, "", e);
    }
  }

  /** Writes a {@code .npy} file, atomically. */
  public static void write(Path file, NdArray array) {
    AtomicFile.write(file, out -> NpyData.write(out, array));
  }

  /** Writes an array to a stream, which stays open. */
  public static void write(OutputStream out, NdArray array) {
    try {
      NpyData.write(out, array);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an array: " + e, e);
    }
  }

  static NdArray read(ByteSource in) {
    NpyHeader header = NpyHeader.read(in);
    if (header.kind() == 'U' || header.kind() == 'S') {
      throw in.fault(
          "is an array of texts (type "
              + header.type()
              + ") where numbers are wanted; save numbers, or read it as strings");
    }
    return NpyData.read(in, header);
  }

  static Strings readStrings(ByteSource in) {
    NpyHeader header = NpyHeader.read(in);
    if (header.kind() != 'U' && header.kind() != 'S') {
      throw in.fault("is an array of numbers (type " + header.type() + ") where texts are wanted");
    }
    NpyData.checkBytes(in, header);
    int count = NdArray.count(header.shape());
    Charset charset = charset(header);
    String[] data = new String[in.remaining() < 0 ? Math.min(count, 1024) : count];
    byte[] element = new byte[header.elementBytes()];
    for (int i = 0; i < count; i++) {
      if (i == data.length) {
        data = java.util.Arrays.copyOf(data, (int) Math.min(count, 2L * i));
      }
      long at = in.position();
      in.readFully(element, element.length, "the texts");
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(element)).toString();
        data[i] = text.replaceAll("\0+$", "");
      } catch (CharacterCodingException e) {
        FormatException fault = in.faultAt(at, "text " + i + " is not valid " + charset);
        fault.initCause(e);
        throw fault;
      }
    }
    String[] rows = header.columnMajor() ? ColumnOrder.rows(data, header.shape()) : data;
    return new Strings(rows, header.shape());
  }

  private static Charset charset(NpyHeader header) {
    if (header.kind() == 'S') {
      return StandardCharsets.ISO_8859_1;
    }
    return Charset.forName(
        header.order() == java.nio.ByteOrder.BIG_ENDIAN ? "UTF-32BE" : "UTF-32LE");
  }
}
