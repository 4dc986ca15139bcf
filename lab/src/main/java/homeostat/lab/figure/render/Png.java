package homeostat.lab.figure.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Encodes an image as PNG (ISO/IEC 15948), 8-bit RGB, with its resolution. Rows are filtered by the
 * row above, which suits drawings: most rows repeat.
 */
final class Png {
  private static final byte UP = 2;

  private Png() {}

  static byte[] encode(BufferedImage image, double dotsPerInch) {
    int width = image.getWidth();
    int height = image.getHeight();
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] colourType = {8, 2, 0, 0, 0};
    chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(colourType));
    int perMetre = (int) Math.rint(dotsPerInch / 0.0254);
    chunk(out, "pHYs", ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put((byte) 1));
    ByteBuffer pixels = ByteBuffer.wrap(compressed(image));
    chunk(out, "IDAT", pixels.position(pixels.limit()));
    chunk(out, "IEND", ByteBuffer.allocate(0));
    return out.toByteArray();
  }

  private static byte[] compressed(BufferedImage image) {
    int width = image.getWidth();
    int[] line = new int[width];
    byte[] row = new byte[3 * width];
    byte[] above = new byte[3 * width];
    byte[] filtered = new byte[3 * width + 1];
    byte[] buffer = new byte[1 << 16];
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    Deflater deflater = new Deflater(6);
    try {
      for (int y = 0; y < image.getHeight(); y++) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
          image.getRaster().getDataElements(0, y, width, 1, line);
        } else {
          image.getRGB(0, y, width, 1, line, 0, width);
        }
        for (int x = 0; x < width; x++) {
          row[3 * x] = (byte) (line[x] >> 16);
          row[3 * x + 1] = (byte) (line[x] >> 8);
          row[3 * x + 2] = (byte) line[x];
        }
        filtered[0] = UP;
        for (int i = 0; i < row.length; i++) {
          filtered[i + 1] = (byte) (row[i] - above[i]);
        }
        deflater.setInput(filtered);
        while (!deflater.needsInput()) {
          out.write(buffer, 0, deflater.deflate(buffer));
        }
        byte[] swap = above;
        above = row;
        row = swap;
      }
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /** A chunk; the data are what was put into the buffer. */
  private static void chunk(ByteArrayOutputStream out, String type, ByteBuffer data) {
    byte[] body = new byte[4 + data.position()];
    System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, body, 0, 4);
    data.flip().get(body, 4, body.length - 4);
    CRC32 crc = new CRC32();
    crc.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length - 4).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
