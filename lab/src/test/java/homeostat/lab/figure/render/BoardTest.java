package homeostat.lab.figure.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Samples;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTest {

  @Test
  void panelsOfAColumnAreAlignedToThePixel() {
    double[] x = {0, 10};
    Lines wide =
        new Lines(
            "",
            Axis.of("time (s)", 0, 10),
            Axis.of("potential (mV)"),
            List.of(new Curve("", Ink.FIRST, x, new double[] {-1234, -1199})),
            List.of());
    List<Curve> many = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      many.add(
          new Curve("a rather long name " + i, Ink.cycle(i), x, new double[] {100 + i, 108 - i}));
    }
    Lines legend =
        new Lines("", Axis.of("time (s)", 0, 10), Axis.of(""), List.copyOf(many), List.of());
    BufferedImage image =
        FigureRenderer.image(
            new Board(
                "",
                List.of(
                    new Column(
                        1,
                        List.of(
                            new Panel(1, Samples.raster()),
                            new Panel(1, wide),
                            new Panel(1, legend)))),
                8,
                9));
    List<int[]> axes = axes(image);
    assertEquals(3, axes.size());
    for (int[] axis : axes) {
      assertEquals(axes.getFirst()[0], axis[0], "left end of the x axis");
      assertEquals(axes.getFirst()[1], axis[1], "right end of the x axis");
    }
    assertTrue(axes.getFirst()[1] < 1400, "the legend has room on the right");
  }

  @Test
  void numbersStandOnlyUnderTheLowestOfEqualAxes() {
    Board same =
        new Board(
            "",
            List.of(
                new Column(
                    1, List.of(new Panel(1, Samples.raster()), new Panel(1, Samples.rates())))),
            6,
            6);
    BoardPlot plot = (BoardPlot) FigureRenderer.plot(same);
    Ruler upper = plot.lanes().getFirst().slots().get(0).plot().alignment().orElseThrow();
    Ruler lower = plot.lanes().getFirst().slots().get(1).plot().alignment().orElseThrow();
    assertTrue(upper.sameAs(lower));
    assertArrayEquals(FigureRenderer.png(same), FigureRenderer.png(same));
  }

  /** Ends of each horizontal spine, top to bottom. */
  private static List<int[]> axes(BufferedImage image) {
    List<int[]> found = new ArrayList<>();
    boolean before = false;
    for (int y = 0; y < image.getHeight(); y++) {
      int[] run = Pixels.longestRun(image, y, Palette.SPINE.getRGB());
      boolean spine = run[1] - run[0] > image.getWidth() / 3;
      if (spine && !before) {
        found.add(run);
      }
      before = spine;
    }
    return found;
  }
}
