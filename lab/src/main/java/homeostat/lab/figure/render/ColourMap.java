package homeostat.lab.figure.render;

import java.awt.Color;

/**
 * Perceptually uniform colour maps, computed as paths in the OKLab space (B. Ottosson, "A
 * perceptual color space for image processing", 2020): equal steps of a value are equal steps of
 * lightness.
 */
enum ColourMap {
  /** Dark violet over blue and green to light yellow; lightness rises linearly. */
  SEQUENTIAL(
      new double[][] {
        {0.26, 0.10, 312},
        {0.42, 0.125, 282},
        {0.57, 0.105, 225},
        {0.75, 0.135, 155},
        {0.93, 0.17, 105}
      }),
  /** Blue over white to red; lightness is even on both sides of the centre. */
  DIVERGING(
      new double[][] {
        {0.38, 0.13, 258},
        {0.68, 0.115, 250},
        {0.975, 0.0, 250},
        {0.975, 0.0, 30},
        {0.68, 0.145, 32},
        {0.42, 0.155, 27}
      });

  private final int[] table = new int[512];

  /** Control points {lightness, chroma, hue in degrees}, joined by straight lines in L, a, b. */
  ColourMap(double[][] points) {
    boolean centred = points.length == 6;
    double[] at =
        centred ? new double[] {0, .25, .5, .5, .75, 1} : new double[] {0, .25, .5, .75, 1};
    for (int i = 0; i < table.length; i++) {
      double t = i / (table.length - 1.0);
      int k = 0;
      while (k < points.length - 2 && t > at[k + 1]) {
        k++;
      }
      double w = at[k + 1] == at[k] ? 0 : (t - at[k]) / (at[k + 1] - at[k]);
      double[] p = lab(points[k]);
      double[] q = lab(points[k + 1]);
      table[i] = rgb(p[0] + w * (q[0] - p[0]), p[1] + w * (q[1] - p[1]), p[2] + w * (q[2] - p[2]));
    }
  }

  /** The packed RGB at a fraction of 0 to 1; beyond, the end's. */
  int rgb(double fraction) {
    double f = Math.clamp(fraction, 0.0, 1.0);
    return table[(int) Math.rint(f * (table.length - 1))];
  }

  /** Dark or light, whichever reads better on a colour. */
  static Color textOn(int rgb) {
    double luma = 0.299 * ((rgb >> 16) & 255) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255);
    return luma > 140 ? Palette.TEXT : Color.WHITE;
  }

  private static double[] lab(double[] point) {
    double hue = StrictMath.toRadians(point[2]);
    return new double[] {point[0], point[1] * StrictMath.cos(hue), point[1] * StrictMath.sin(hue)};
  }

  private static int rgb(double lightness, double a, double b) {
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
        | channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
        | channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
  }

  private static double cube(double v) {
    return v * v * v;
  }

  /** Linear light to an sRGB byte. */
  private static int channel(double v) {
    double c = Math.clamp(v, 0.0, 1.0);
    double g = c <= 0.0031308 ? 12.92 * c : 1.055 * StrictMath.pow(c, 1 / 2.4) - 0.055;
    return (int) Math.rint(255 * g);
  }
}
