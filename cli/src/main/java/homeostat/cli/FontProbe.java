package homeostat.cli;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Whether text can be drawn without a display: what figures need. */
final class FontProbe {
  private FontProbe() {}

  /** Draws a letter and looks whether it left ink. */
  static Finding look() {
    try {
      BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D graphics = image.createGraphics();
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
      graphics.drawString("H", 5, 35);
      graphics.dispose();
      for (int y = 0; y < 40; y++) {
        for (int x = 0; x < 40; x++) {
          if ((image.getRGB(x, y) & 0xFF) > 0) {
            return Finding.ok("fonts", new Font(Font.SANS_SERIF, Font.PLAIN, 12).getFontName());
          }
        }
      }
      return missing("a letter drawn left no ink");
    } catch (RuntimeException | LinkageError | InternalError e) {
      // A Java without its font libraries or without any font fails in one of these ways.
      return missing(e.toString());
    }
  }

  private static Finding missing(String why) {
    return Finding.missing(
        "fonts",
        "figures cannot be drawn (" + why + ")",
        "install fontconfig and a font (Debian: apt-get install fontconfig fonts-dejavu-core), or"
            + " run with run.figures=false");
  }
}
