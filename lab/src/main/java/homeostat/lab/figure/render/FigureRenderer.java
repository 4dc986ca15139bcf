package homeostat.lab.figure.render;

import homeostat.array.AtomicFile;
import homeostat.array.Npz;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.FigureNumbers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Draws figures at 200 dots an inch: a board at its own size, any other figure 6.4 by 4.2 inches.
 * Needs no display. The same figure gives the same bytes on a machine. Data that are empty or not
 * finite are left out; a plot with nothing to show says so.
 */
public final class FigureRenderer {
  private static final double DOTS = 200;
  private static final double POINTS = 72;
  private static final double WIDTH = 6.4;
  private static final double HEIGHT = 4.2;

  /** Inches between the edge of the page and the ink. */
  private static final double MARGIN = 0.1;

  /** Pages wider than this many inches are read from further away: their text is larger. */
  private static final double ARM = 14;

  private static final double LARGEST_TEXT = 1.5;

  private FigureRenderer() {}

  /** Writes a PNG atomically; makes its folder. */
  public static void render(Figure figure, Path file) {
    byte[] bytes = png(figure);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder of " + file + ": " + e, e);
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /**
   * Writes a figure and its numbers beside it, both atomically.
   *
   * @param base path without ending: {@code base.png} and {@code base.npz} are written
   */
  public static void draw(Path base, Figure figure) {
    render(figure, base.resolveSibling(base.getFileName() + ".png"));
    Npz.write(base.resolveSibling(base.getFileName() + ".npz"), FigureNumbers.of(figure));
  }

  /** The bytes of a PNG file of any image. */
  public static byte[] encode(BufferedImage image) {
    return Png.encode(image, DOTS);
  }

  /** The figure as the bytes of a PNG file. */
  public static byte[] png(Figure figure) {
    return encode(image(figure));
  }

  /** The figure as an image. */
  public static BufferedImage image(Figure figure) {
    double width = WIDTH;
    double height = HEIGHT;
    if (figure instanceof Figure.Board board) {
      width = inches(board.width(), WIDTH);
      height = inches(board.height(), HEIGHT);
    }
    BufferedImage page =
        new BufferedImage(
            (int) Math.rint(width * DOTS),
            (int) Math.rint(height * DOTS),
            BufferedImage.TYPE_INT_RGB);
    Pen pen = new Pen(page, DOTS / POINTS * Math.clamp(width / ARM, 1, LARGEST_TEXT));
    double edge = MARGIN * DOTS;
    Box outer = new Box(edge, edge, page.getWidth() - edge, page.getHeight() - edge);
    Plot plot = plot(figure);
    plot.draw(pen, outer, plot.room(pen, outer, false), false);
    pen.close();
    return page;
  }

  static Plot plot(Figure figure) {
    return switch (figure) {
      case Figure.Lines lines -> LinesBody.of(lines);
      case Figure.Scatter scatter -> ScatterBody.of(scatter);
      case Figure.Raster raster -> RasterBody.of(raster);
      case Figure.Histogram histogram -> HistogramBody.of(histogram);
      case Figure.Violins violins -> ViolinBody.of(violins);
      case Figure.Bars bars -> BarBody.of(bars);
      case Figure.HeatMap map -> HeatBody.of(map);
      case Figure.Graph graph -> GraphPlot.of(graph);
      case Figure.Board board -> BoardPlot.of(board);
    };
  }

  private static double inches(double asked, double otherwise) {
    return Double.isFinite(asked) && asked > 0 ? Math.clamp(asked, 1, 60) : otherwise;
  }
}
