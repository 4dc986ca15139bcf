package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.array.Npz;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Texts in NumPy's NPY format, version 1.0. */
final class NpyText {
  private static final Charset UTF_32 = Charset.forName("UTF-32LE");

  private NpyText() {}

  /** One text of ASCII bytes, without axes: what SciPy calls a matrix format. */
  static void write(OutputStream out, String text) throws IOException {
    header(out, "|S" + text.length(), "()");
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A vector of texts. */
  static void write(OutputStream out, List<String> texts) throws IOException {
    int width =
        Math.max(1, texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).max().orElse(1));
    header(out, "<U" + width, "(" + texts.size() + ",)");
    for (String text : texts) {
      byte[] padded = new byte[4 * width];
      byte[] bytes = text.getBytes(UTF_32);
      System.arraycopy(bytes, 0, padded, 0, bytes.length);
      out.write(padded);
    }
  }

  /** The first text of an array of an archive. */
  static String first(Path archive, String name) {
    String[] texts = Npz.readStrings(archive, name).data();
    if (texts.length == 0) {
      throw new FormatException(archive, "array '" + name + "'", "holds no text; one is due");
    }
    return texts[0];
  }

  private static void header(OutputStream out, String type, String shape) throws IOException {
    String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    int padding = 63 - (10 + text.length()) % 64;
    byte[] bytes = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(bytes.length & 0xFF);
    out.write(bytes.length >> 8);
    out.write(bytes);
  }
}
