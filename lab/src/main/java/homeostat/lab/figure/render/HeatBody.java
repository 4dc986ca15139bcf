package homeostat.lab.figure.render;

import homeostat.lab.figure.Extent;
import homeostat.lab.figure.Figure;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A matrix as colours, row 0 on top. */
record HeatBody(
    double[][] values,
    int columns,
    ColourMap colours,
    Ruler scale,
    boolean printed,
    List<Integer> rowCuts,
    List<Integer> columnCuts)
    implements Body {
  /** From this many cells a side, several may share a pixel. */
  private static final int FINE = 600;

  static Plot of(Figure.HeatMap map) {
    int rows = map.values().length;
    int columns = 0;
    for (double[] row : map.values()) {
      columns = Math.max(columns, row.length);
    }
    boolean log = map.value().log();
    Extent data = new Extent(log);
    double[][] seen =
        rows > FINE || columns > FINE ? Blocks.mean(map.values(), columns, FINE) : map.values();
    for (double[] row : seen) {
      data.add(row);
    }
    boolean signed = !log && !data.empty() && data.lo() < 0 && data.hi() > 0;
    Ruler scale = scale(map.value(), data, signed);
    Extent all = new Extent(log);
    for (double[] row : seen) {
      all.add(row);
    }
    ColourBar bar =
        new ColourBar(
            signed ? ColourMap.DIVERGING : ColourMap.SEQUENTIAL,
            scale,
            all.lo() < scale.lo() - 1e-9 * Math.abs(scale.lo()),
            all.hi() > scale.hi() + 1e-9 * Math.abs(scale.hi()));
    Labels below = Labels.of(map.columnLabels(), columns);
    Labels beside = Labels.of(map.rowLabels(), rows);
    return new Chart(
        map.title(),
        new Frame(ruler(map.x(), below, columns, false), ruler(map.y(), beside, rows, true), true),
        new HeatBody(
            map.values(),
            columns,
            bar.colours(),
            scale,
            map.printed(),
            beside.cuts(),
            below.cuts()),
        Legend.of(List.of()),
        List.of(),
        data.empty() ? Optional.empty() : Optional.of(bar),
        data.empty() ? "no data" : "");
  }

  /** Ends of the colours; both signs have zero in the middle. */
  private static Ruler scale(Figure.Axis axis, Extent data, boolean signed) {
    if (!signed) {
      return Ruler.of(axis, data, Ruler.Fit.TIGHT);
    }
    double reach = Math.max(-data.lo(), data.hi());
    if (Double.isFinite(axis.from()) || Double.isFinite(axis.to())) {
      double from = Double.isFinite(axis.from()) ? Math.abs(axis.from()) : 0;
      double to = Double.isFinite(axis.to()) ? Math.abs(axis.to()) : 0;
      reach = Math.max(from, to);
    }
    return Ruler.of(Figure.Axis.of(axis.label(), -reach, reach), data, Ruler.Fit.TIGHT);
  }

  /** An axis over the cells: categories, given ends, or the number of the cell. */
  private static Ruler ruler(Figure.Axis axis, Labels labels, int cells, boolean down) {
    if (cells == 0) {
      return Ruler.blank(axis.label());
    }
    if (!labels.ticks().isEmpty()) {
      return Ruler.named(axis.label(), down ? cells : 0, down ? 0 : cells, labels.ticks());
    }
    boolean given = Double.isFinite(axis.from()) && Double.isFinite(axis.to());
    double first = given ? axis.from() : -0.5;
    double last = given ? axis.to() : cells - 0.5;
    return new Ruler(
        axis.label(),
        axis.log() && given && first > 0,
        down ? last : first,
        down ? first : last,
        List.of(),
        false);
  }

  @Override
  public void draw(Pen pen, Box in, Ruler x, Ruler y) {
    pen.image(image((int) in.width(), (int) in.height()), (int) in.left(), (int) in.top());
    for (int cut : rowCuts) {
      double at = in.top() + in.height() * cut / values.length;
      pen.level(Palette.SPINE, 0.6, in.left(), in.right(), at);
    }
    for (int cut : columnCuts) {
      double at = in.left() + in.width() * cut / columns;
      pen.upright(Palette.SPINE, 0.6, at, in.top(), in.bottom());
    }
    if (printed) {
      print(pen, in);
    }
  }

  private void print(Pen pen, Box in) {
    double wide = in.width() / columns;
    double high = in.height() / values.length;
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values[row].length; column++) {
        String text = Ticks.brief(values[row][column]);
        if (pen.textWidth(text, Pen.SMALL, false) < wide - pen.pt(1) && high > pen.pt(Pen.SMALL)) {
          pen.text(
              text,
              Pen.SMALL,
              false,
              ColourMap.textOn(colour(values[row][column])),
              in.left() + (column + 0.5) * wide,
              in.top() + (row + 0.5) * high,
              0.5,
              0.5);
        }
      }
    }
  }

  private int colour(double value) {
    return Double.isNaN(value) || Double.isNaN(scale.fraction(value))
        ? Palette.BLANK.getRGB()
        : colours.rgb(scale.fraction(value));
  }

  /** One pixel shows a cell, or the mean of those it covers. */
  private BufferedImage image(int width, int height) {
    double[][] seen = values;
    int across = columns;
    if (columns > width || values.length > height) {
      seen = Blocks.mean(values, columns, Math.max(1, Math.min(width, height)));
      across = seen[0].length;
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] line = new int[width];
    for (int py = 0; py < height; py++) {
      double[] row = seen[(int) ((long) py * seen.length / height)];
      for (int px = 0; px < width; px++) {
        int column = (int) ((long) px * across / width);
        line[px] = colour(column < row.length ? row[column] : Double.NaN);
      }
      image.setRGB(0, py, width, 1, line, 0, width);
    }
    return image;
  }

  /**
   * Labels of cells.
   *
   * @param ticks one in the middle of each run of equal labels
   * @param cuts where one run of several cells ends and the next begins
   */
  private record Labels(List<Tick> ticks, List<Integer> cuts) {
    static Labels of(List<String> names, int cells) {
      List<Tick> ticks = new ArrayList<>();
      List<Integer> cuts = new ArrayList<>();
      int n = Math.min(names.size(), cells);
      boolean runs = false;
      for (int i = 1; i < n; i++) {
        runs |= names.get(i).equals(names.get(i - 1));
      }
      int start = 0;
      for (int i = 1; i <= n; i++) {
        if (i == n || !names.get(i).equals(names.get(start))) {
          ticks.add(new Tick((start + i) / 2.0, names.get(start)));
          if (runs && i < n) {
            cuts.add(i);
          }
          start = i;
        }
      }
      return new Labels(List.copyOf(ticks), List.copyOf(cuts));
    }
  }
}
