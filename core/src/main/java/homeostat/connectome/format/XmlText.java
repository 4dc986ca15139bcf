package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.array.Gz;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML file, in the encoding that it declares or, without one, UTF-8. Java's reader
 * of XML, left to decode bytes itself, writes to the terminal where some are damaged.
 */
final class XmlText {
  private static final int DECLARATION = 256;
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlText() {}

  /** Opens a file, plain or compressed. */
  static Reader open(Path file) {
    InputStream in = Gz.open(file);
    try {
      in.mark(DECLARATION);
      byte[] start = in.readNBytes(DECLARATION);
      in.reset();
      boolean marked =
          start.length > 2
              && start[0] == (byte) 0xEF
              && start[1] == (byte) 0xBB
              && start[2] == (byte) 0xBF;
      if (marked) {
        in.skipNBytes(3);
      }
      return new InputStreamReader(in, charset(file, start).newDecoder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  private static Charset charset(Path file, byte[] start) {
    boolean wide =
        start.length > 1
            && ((start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)
                || (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE));
    if (wide) {
      return StandardCharsets.UTF_16;
    }
    Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalArgumentException e) {
      FormatException fault =
          new FormatException(
              file,
              "line 1",
              "the encoding '" + declared.group(1) + "' is not known; save as UTF-8");
      fault.initCause(e);
      throw fault;
    }
  }
}
