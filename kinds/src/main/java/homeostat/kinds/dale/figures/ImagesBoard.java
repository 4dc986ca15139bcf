package homeostat.kinds.dale.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Panel;
import homeostat.task.image.Batch;
import homeostat.task.image.Brightness;
import homeostat.task.image.ImageBatches;
import homeostat.task.image.ImageShape;
import homeostat.task.image.Images;
import homeostat.task.image.Lighting;
import homeostat.task.image.PixelOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first images of a set under some lights: as they are, with random shifts, and with fixed
 * ones.
 *
 * @param images the set
 * @param random largest random shift that is shown
 * @param seed of the random shifts
 */
public record ImagesBoard(Images images, double random, long seed) {
  private static final double[] FIXED = {0.5, -0.5, 0.3, -0.2};
  private static final int ACROSS = 6;
  private static final int DOWN = 3;
  private static final int COLUMNS = 3;

  /** The figure. */
  public Figure draw() {
    List<Panel> panels = new ArrayList<>();
    panels.add(panel("As they are", Brightness.none()));
    panels.add(
        panel(
            String.format(Locale.ROOT, "Random shifts up to ±%.2f", random),
            new Brightness.Random(random)));
    for (double shift : FIXED) {
      panels.add(
          panel(
              String.format(Locale.ROOT, "A shift of %+.1f", shift).replace('-', '−'),
              new Brightness.Fixed(shift)));
    }
    List<List<Panel>> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(new ArrayList<>());
    }
    for (int i = 0; i < panels.size(); i++) {
      columns.get(i * COLUMNS / panels.size()).add(panels.get(i));
    }
    return new Board("", columns.stream().map(column -> new Column(1, column)).toList(), 14, 5.6);
  }

  private Panel panel(String title, Brightness light) {
    ImageShape shape = images.shape();
    int count = Math.min(ACROSS * DOWN, images.count());
    int[] first = new int[count];
    Arrays.setAll(first, i -> i);
    ImageBatches batches =
        new ImageBatches(
            images, first, PixelOrder.flat(shape), Lighting.of(light), count, false, seed, "shown");
    Batch batch = batches.room();
    batches.epoch(0).fill(0, batch);
    double[][] mosaic = new double[DOWN * shape.height()][ACROSS * shape.width()];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < shape.size(); k++) {
        int pixel = k % shape.pixels();
        int row = i / ACROSS * shape.height() + pixel / shape.width();
        int column = i % ACROSS * shape.width() + pixel % shape.width();
        mosaic[row][column] += batch.inputs()[i * shape.size() + k] / shape.channels();
      }
    }
    return new Panel(
        1,
        new HeatMap(
            title,
            Axis.of("pixels"),
            Axis.of("pixels"),
            mosaic,
            List.of(),
            List.of(),
            Axis.of("brightness", 0, 1),
            false));
  }
}
