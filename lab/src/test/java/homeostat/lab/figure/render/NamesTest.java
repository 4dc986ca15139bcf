package homeostat.lab.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Bar;
import homeostat.lab.figure.Figure.Ink;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names of bars and of rows. */
class NamesTest {
  private static List<Legend.Entry> legend(Bar... bars) {
    return ((Chart) BarBody.of(new Figure.Bars("t", Axis.of("y"), List.of(bars))))
        .legend()
        .entries();
  }

  /** Bars that stand alone and differ in kind have their kinds in the legend, each once. */
  @Test
  void kindsOfSingleBarsAreInTheLegend() {
    Bar silenced = new Bar("a", "silence", Ink.INHIBITORY, 1, 0);
    Bar other = new Bar("b", "silence", Ink.INHIBITORY, 2, 0);
    Bar driven = new Bar("c", "activate", Ink.EXCITATORY, 3, 0);
    assertEquals(
        List.of("silence", "activate"),
        legend(silenced, other, driven).stream().map(Legend.Entry::name).toList());
    assertEquals(List.of(), legend(silenced, other), "one kind needs no legend");
    Bar itself = new Bar("d", "d", Ink.EXCITATORY, 3, 0);
    Bar unnamed = new Bar("e", "", Ink.EXCITATORY, 3, 0);
    assertEquals(List.of(), legend(itself, unnamed));
  }

  /** Each of 30 rows has its name beside it. */
  @Test
  void everyRowOfAHeatMapIsNamed() {
    List<String> names = IntStream.range(0, 30).mapToObj(i -> "HHHH" + i).toList();
    List<String> columns = IntStream.range(0, 7).mapToObj(i -> "c" + i).toList();
    double[][] values = new double[30][7];
    values[3][2] = 1;
    BufferedImage image =
        FigureRenderer.image(
            new Figure.HeatMap(
                "", Axis.of(""), Axis.of(""), values, names, columns, Axis.of("r"), false));
    assertEquals(30, bands(image), "rows with ink beside the map");
  }

  /** Runs of pixel rows in which there is ink at the left edge of the names. */
  private static int bands(BufferedImage image) {
    int bands = 0;
    boolean before = false;
    for (int y = 0; y < image.getHeight(); y++) {
      boolean ink = false;
      for (int x = 0; x < 60; x++) {
        int rgb = image.getRGB(x, y);
        ink |= (rgb & 0xff) < 120 && (rgb >> 8 & 0xff) < 120;
      }
      bands += ink && !before ? 1 : 0;
      before = ink;
    }
    assertTrue(bands > 0);
    return bands;
  }
}
