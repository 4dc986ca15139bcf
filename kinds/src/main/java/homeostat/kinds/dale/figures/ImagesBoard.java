package homeostat.kinds.dale.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.HeatMap;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Panel;
import homeostat.lab.figure.Figure.Points;
import homeostat.lab.figure.Figure.Scatter;
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
 * ones; and the mean and variance of more of them.
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
  private static final int POINTS = 500;

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
    List<Column> all = new ArrayList<>();
    columns.forEach(column -> all.add(new Column(1, column)));
    all.add(new Column(1.15, List.of(new Panel(1, moments()))));
    return new Board("", all, 18, 5.6);
  }

  /** Mean and variance of the pixels of each image. */
  private Scatter moments() {
    List<Points> points =
        List.of(
            points("random shifts", Ink.SECOND, new Brightness.Random(random)),
            points("as they are", Ink.FIRST, Brightness.none()));
    return new Scatter(
        "Light of an image",
        Axis.of("mean over pixels", 0, 1),
        Axis.of("variance over pixels"),
        points,
        List.of());
  }

  private Points points(String name, Ink ink, Brightness light) {
    int count = Math.min(POINTS, images.count());
    Batch batch = seen(light, count);
    int size = images.shape().size();
    double[] means = new double[count];
    double[] variances = new double[count];
    for (int i = 0; i < count; i++) {
      double squares = 0;
      for (int k = i * size; k < (i + 1) * size; k++) {
        means[i] += batch.inputs()[k] / (double) size;
        squares += (double) batch.inputs()[k] * batch.inputs()[k] / size;
      }
      variances[i] = squares - means[i] * means[i];
    }
    return new Points(name, ink, means, variances);
  }

  /** The first images under a light. */
  private Batch seen(Brightness light, int count) {
    int[] first = new int[count];
    Arrays.setAll(first, i -> i);
    ImageBatches batches =
        new ImageBatches(
            images,
            first,
            PixelOrder.flat(images.shape()),
            Lighting.of(light),
            count,
            false,
            seed,
            "shown");
    Batch batch = batches.room();
    batches.epoch(0).fill(0, batch);
    return batch;
  }

  private Panel panel(String title, Brightness light) {
    ImageShape shape = images.shape();
    int count = Math.min(ACROSS * DOWN, images.count());
    Batch batch = seen(light, count);
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
