package homeostat.lab.figure.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws on a page. Places are in pixels; line widths and text sizes in points, which the page may
 * enlarge.
 */
final class Pen {
  /** Text sizes in points. */
  static final double SMALL = 8;

  static final double LABEL = 9;
  static final double TITLE = 9.5;
  static final double LETTER = 12;

  /** Height of a capital letter, as a share of the text size. */
  private static final double CAPITAL = 0.73;

  private final Graphics2D g;
  private final double unit;
  private final FontRenderContext context;

  /**
   * @param page what to draw on
   * @param unit pixels in a point
   */
  Pen(BufferedImage page, double unit) {
    this.g = page.createGraphics();
    this.unit = unit;
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    this.context = g.getFontRenderContext();
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, page.getWidth(), page.getHeight());
  }

  /** Points in pixels. */
  double pt(double points) {
    return points * unit;
  }

  /** Points in whole pixels, at least one. */
  int whole(double points) {
    return Math.max(1, (int) Math.rint(points * unit));
  }

  void fill(Color colour, Shape shape) {
    g.setColor(colour);
    g.fill(shape);
  }

  void stroke(Color colour, double width, Shape shape) {
    g.setColor(colour);
    g.setStroke(new BasicStroke((float) pt(width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(shape);
  }

  void dash(Color colour, double width, Shape shape) {
    g.setColor(colour);
    g.setStroke(
        new BasicStroke(
            (float) pt(width),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1f,
            new float[] {(float) pt(3.6), (float) pt(2.2)},
            0f));
    g.draw(shape);
  }

  /** Sets the colour of {@link #block} until another call changes it. */
  void ink(Color colour) {
    g.setColor(colour);
  }

  /** A filled rectangle of whole pixels in the colour of {@link #ink}. */
  void block(int x, int y, int width, int height) {
    g.fillRect(x, y, width, height);
  }

  /** A crisp horizontal line whose middle is y. */
  void level(Color colour, double width, double x0, double x1, double y) {
    int w = whole(width);
    ink(colour);
    block(
        (int) Math.rint(x0),
        (int) Math.rint(y - w / 2.0),
        (int) (Math.rint(x1) - Math.rint(x0)),
        w);
  }

  /** A crisp vertical line whose middle is x. */
  void upright(Color colour, double width, double x, double y0, double y1) {
    int w = whole(width);
    ink(colour);
    block(
        (int) Math.rint(x - w / 2.0),
        (int) Math.rint(y0),
        w,
        (int) (Math.rint(y1) - Math.rint(y0)));
  }

  void image(BufferedImage image, int x, int y) {
    g.drawImage(image, x, y, null);
  }

  /** Draws inside a box only, while {@code work} runs. */
  void within(Box box, Runnable work) {
    Shape before = g.getClip();
    g.clip(new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height()));
    work.run();
    g.setClip(before);
  }

  double textWidth(String text, double size, boolean bold) {
    return text.isEmpty() ? 0 : font(size, bold).getStringBounds(text, context).getWidth();
  }

  /**
   * Text.
   *
   * @param across 0 for x at the text's left end, 0.5 its middle, 1 its right end
   * @param down 0 for y at the capitals' upper edge, 0.5 their middle, 1 the base line
   */
  void text(
      String text,
      double size,
      boolean bold,
      Color colour,
      double x,
      double y,
      double across,
      double down) {
    if (text.isEmpty()) {
      return;
    }
    g.setFont(font(size, bold));
    g.setColor(colour);
    g.drawString(
        text,
        (float) (x - across * textWidth(text, size, bold)),
        (float) (y + (1 - down) * CAPITAL * pt(size)));
  }

  /** Text turned anticlockwise about (x, y), otherwise as {@link #text}. */
  void turned(
      String text,
      double size,
      Color colour,
      double x,
      double y,
      double across,
      double down,
      double degrees) {
    AffineTransform before = g.getTransform();
    g.rotate(-StrictMath.toRadians(degrees), x, y);
    text(text, size, false, colour, x, y, across, down);
    g.setTransform(before);
  }

  /** The text, shortened with an ellipsis to fit a width. */
  String fitted(String text, double size, boolean bold, double width) {
    if (textWidth(text, size, bold) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 1 && textWidth(text.substring(0, length) + "…", size, bold) > width) {
      length--;
    }
    return text.substring(0, length).stripTrailing() + "…";
  }

  void close() {
    g.dispose();
  }

  private Font font(double size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) pt(size));
  }
}
