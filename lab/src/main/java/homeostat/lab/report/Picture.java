package homeostat.lab.report;

import homeostat.lab.figure.render.FigureRenderer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Images made small enough to travel inside a page. */
final class Picture {
  private Picture() {}

  /** An image file; empty if it cannot be read as an image. */
  static Optional<BufferedImage> read(Path file) {
    try {
      return Optional.ofNullable(ImageIO.read(file.toFile())).map(Picture::packed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  /** The image with one number a pixel, which is read much faster than three. */
  private static BufferedImage packed(BufferedImage image) {
    BufferedImage packed =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = packed.createGraphics();
    pen.drawImage(image, 0, 0, Color.WHITE, null);
    pen.dispose();
    return packed;
  }

  /** The image as a data URL, at most so many pixels wide. */
  static String url(BufferedImage image, int width) {
    byte[] png = FigureRenderer.encode(reduced(image, width));
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** Means over square blocks of pixels, until the image is not wider than {@code most}. */
  static BufferedImage reduced(BufferedImage image, int most) {
    int k = (image.getWidth() + most - 1) / most;
    if (k <= 1) {
      return image;
    }
    int width = image.getWidth() / k;
    int height = Math.max(1, image.getHeight() / k);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int rows = Math.min(k, image.getHeight());
    int[] band = new int[width * k * rows];
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
      if (image.getType() == BufferedImage.TYPE_INT_RGB) {
        image.getRaster().getDataElements(0, y * k, width * k, rows, band);
      } else {
        image.getRGB(0, y * k, width * k, rows, band, 0, width * k);
      }
      for (int x = 0; x < width; x++) {
        line[x] = mean(band, x * k, width * k, rows, k);
      }
      small.getRaster().setDataElements(0, y, width, 1, line);
    }
    return small;
  }

  /** Of a block of rows by k pixels. */
  private static int mean(int[] band, int first, int step, int rows, int k) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int j = 0; j < rows; j++) {
      int at = first + j * step;
      for (int i = at; i < at + k; i++) {
        int pixel = band[i];
        red += (pixel >> 16) & 255;
        green += (pixel >> 8) & 255;
        blue += pixel & 255;
      }
    }
    int n = k * rows;
    return ((red + n / 2) / n << 16) | ((green + n / 2) / n << 8) | ((blue + n / 2) / n);
  }
}
