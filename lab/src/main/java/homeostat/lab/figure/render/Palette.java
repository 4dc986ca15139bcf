package homeostat.lab.figure.render;

import homeostat.lab.figure.Figure.Ink;
import java.awt.Color;

/**
 * The shades of inks. Red and blue differ in lightness as well, so that they stay apart for
 * colour-blind readers and in grey print.
 */
final class Palette {
  static final Color PAPER = Color.WHITE;
  static final Color TEXT = new Color(0x22, 0x22, 0x22);
  static final Color SPINE = new Color(0x4d, 0x4d, 0x4d);
  static final Color FAINT = new Color(0x8c, 0x8c, 0x8c);
  static final Color BLANK = new Color(0xf0, 0xf0, 0xf0);

  private Palette() {}

  static Color of(Ink ink) {
    return new Color(
        switch (ink) {
          case EXCITATORY -> 0xC8321F;
          case INHIBITORY -> 0x1B62A8;
          case INPUT -> 0x6F9080;
          case TARGET -> 0x2B2B2B;
          case NEUTRAL -> 0x6E6E6E;
          case FIRST -> 0x2C6FA6;
          case SECOND -> 0xE08E0B;
          case THIRD -> 0x1B9276;
          case FOURTH -> 0xC4579A;
          case FIFTH -> 0x6BB3DF;
          case SIXTH -> 0xA8480F;
          case SEVENTH -> 0x7A5FB0;
          case EIGHTH -> 0x8A8F2A;
        });
  }

  /** The colour mixed with paper: opaque, so that crossings stay clear. */
  static Color pale(Color colour, double share) {
    return new Color(
        mixed(colour.getRed(), share),
        mixed(colour.getGreen(), share),
        mixed(colour.getBlue(), share));
  }

  private static int mixed(int channel, double share) {
    return (int) Math.rint(255 + share * (channel - 255));
  }

  /** The colour at an opacity of 0 to 1. */
  static Color clear(Color colour, double opacity) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.rint(255 * opacity));
  }
}
