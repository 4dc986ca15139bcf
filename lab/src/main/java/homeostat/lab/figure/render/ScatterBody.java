package homeostat.lab.figure.render;

import homeostat.lab.figure.Extent;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Points;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clouds of points, the more transparent the more there are, with curves over them. */
record ScatterBody(List<Points> clouds, List<Curve> curves) implements Body {

  static Plot of(Figure.Scatter scatter) {
    Extent xs = new Extent(scatter.x().log());
    Extent ys = new Extent(scatter.y().log());
    List<Legend.Entry> entries = new ArrayList<>();
    for (Points cloud : scatter.points()) {
      LinesBody.extend(new Curve(cloud.name(), cloud.ink(), cloud.x(), cloud.y()), xs, ys);
      entries.add(new Legend.Entry(cloud.name(), Palette.of(cloud.ink()), Legend.Look.DOT));
    }
    boolean none = xs.empty() || ys.empty();
    for (Curve curve : scatter.curves()) {
      LinesBody.extend(curve, xs, ys);
      entries.add(LinesBody.entry(curve));
    }
    for (Mark mark : scatter.marks()) {
      (mark.vertical() ? xs : ys).add(mark.value());
    }
    return new Chart(
        scatter.title(),
        new Frame(
            Ruler.of(scatter.x(), xs, Ruler.Fit.LOOSE),
            Ruler.of(scatter.y(), ys, Ruler.Fit.LOOSE),
            false),
        new ScatterBody(scatter.points(), scatter.curves()),
        Legend.of(entries),
        scatter.marks(),
        Optional.empty(),
        none ? "no data" : "");
  }

  @Override
  public void draw(Pen pen, Box in, Ruler x, Ruler y) {
    for (Points cloud : clouds) {
      int n = Math.min(cloud.x().length, cloud.y().length);
      double radius = n > 20_000 ? 0.8 : n > 2000 ? 1.2 : n > 200 ? 1.7 : 2.3;
      double opacity = n > 20_000 ? 0.2 : n > 2000 ? 0.35 : n > 200 ? 0.55 : 0.8;
      if (n > 50_000) {
        dense(pen, in, x, y, cloud);
        continue;
      }
      Color colour = Palette.clear(Palette.of(cloud.ink()), opacity);
      double r = pen.pt(radius);
      for (int i = 0; i < n; i++) {
        double px = x.across(in, cloud.x()[i]);
        double py = y.up(in, cloud.y()[i]);
        if (px >= in.left() - r && px <= in.right() + r) {
          pen.fill(colour, new Ellipse2D.Double(px - r, py - r, 2 * r, 2 * r));
        }
      }
    }
    curves.forEach(curve -> LinesBody.curve(pen, in, x, y, curve));
  }

  /** Very many points: counted per small square, darker where there are more. */
  private static void dense(Pen pen, Box in, Ruler x, Ruler y, Points cloud) {
    int side = pen.whole(1);
    int columns = (int) Math.ceil(in.width() / side);
    int rows = (int) Math.ceil(in.height() / side);
    int[] counts = new int[columns * rows];
    for (int i = 0; i < Math.min(cloud.x().length, cloud.y().length); i++) {
      double c = (x.across(in, cloud.x()[i]) - in.left()) / side;
      double r = (y.up(in, cloud.y()[i]) - in.top()) / side;
      if (c >= 0 && c < columns && r >= 0 && r < rows) {
        counts[(int) r * columns + (int) c]++;
      }
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double opacity = 1 - StrictMath.pow(0.72, counts[i]);
        pen.ink(Palette.clear(Palette.of(cloud.ink()), opacity));
        pen.block(
            (int) in.left() + i % columns * side, (int) in.top() + i / columns * side, side, side);
      }
    }
  }

  @Override
  public void occupy(Occupancy ink, Ruler x, Ruler y) {
    for (Points cloud : clouds) {
      int n = Math.min(cloud.x().length, cloud.y().length);
      for (int i = 0; i < n; i += Occupancy.stride(n)) {
        double fy = y.fraction(cloud.y()[i]);
        ink.span(x.fraction(cloud.x()[i]), fy - 0.01, fy + 0.01);
      }
    }
    new LinesBody(curves, List.of()).occupy(ink, x, y);
  }
}
