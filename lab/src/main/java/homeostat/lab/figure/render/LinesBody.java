package homeostat.lab.figure.render;

import homeostat.lab.figure.Extent;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Curve;
import homeostat.lab.figure.Figure.Events;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Mark;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Curves with bands, and events as ticks along the upper edge. */
record LinesBody(List<Curve> curves, List<Events> events) implements Body {
  private static final double STRIP = 0.055;

  static Plot of(Figure.Lines lines) {
    Extent xs = new Extent(lines.x().log());
    Extent ys = new Extent(lines.y().log());
    List<Legend.Entry> entries = new ArrayList<>();
    for (Curve curve : lines.curves()) {
      extend(curve, xs, ys);
      entries.add(entry(curve));
    }
    boolean none = xs.empty() || ys.empty();
    lines.events().forEach(e -> xs.add(e.time()));
    for (Mark mark : lines.marks()) {
      (mark.vertical() ? xs : ys).add(mark.value());
    }
    Ruler y = Ruler.of(lines.y(), ys, Ruler.Fit.ZERO);
    if (!lines.events().isEmpty() && !Double.isFinite(lines.y().to())) {
      y = new Ruler(y.label(), y.log(), y.lo(), y.value(1 + 2.2 * STRIP), y.named(), y.blank());
    }
    return new Chart(
        lines.title(),
        new Frame(Ruler.of(lines.x(), xs, Ruler.Fit.ORIGIN), y, false),
        new LinesBody(lines.curves(), lines.events()),
        Legend.of(entries),
        lines.marks(),
        Optional.empty(),
        none ? "no data" : "");
  }

  static Legend.Entry entry(Curve curve) {
    boolean dashed = curve.ink() == Ink.TARGET;
    Legend.Look look = dashed ? Legend.Look.DASH : Legend.Look.LINE;
    return new Legend.Entry(curve.name(), Palette.of(curve.ink()), look);
  }

  /** Takes in the points that have both a place on x and on y. */
  static void extend(Curve curve, Extent xs, Extent ys) {
    for (int i = 0; i < length(curve); i++) {
      double x = curve.x()[i];
      double y = curve.y()[i];
      if (Double.isFinite(x) && Double.isFinite(y)) {
        xs.add(x);
        ys.add(y);
        double spread = i < curve.spread().length ? curve.spread()[i] : 0;
        ys.add(y - spread).add(y + spread);
      }
    }
  }

  @Override
  public void draw(Pen pen, Box in, Ruler x, Ruler y) {
    curves.forEach(curve -> band(pen, in, x, y, curve));
    curves.forEach(curve -> curve(pen, in, x, y, curve));
    for (Events event : events) {
      pen.ink(Palette.of(event.ink()));
      int width = pen.whole(0.7);
      for (double time : event.time()) {
        double at = x.across(in, time);
        if (at >= in.left() && at <= in.right()) {
          pen.block(
              (int) Math.rint(at - width / 2.0),
              (int) in.top(),
              width,
              (int) Math.rint(in.height() * STRIP));
        }
      }
    }
  }

  @Override
  public void occupy(Occupancy ink, Ruler x, Ruler y) {
    for (Curve curve : curves) {
      double oldX = Double.NaN;
      double oldY = Double.NaN;
      int stride = Occupancy.stride(length(curve));
      for (int i = 0; i < length(curve); i += stride) {
        double fx = x.fraction(curve.x()[i]);
        double fy = y.fraction(curve.y()[i]);
        double spread = i < curve.spread().length ? curve.spread()[i] : 0;
        if (spread > 0) {
          ink.span(fx, y.fraction(curve.y()[i] - spread), y.fraction(curve.y()[i] + spread));
        }
        ink.span(fx, fy, fy);
        ink.segment(oldX, oldY, fx, fy);
        oldX = fx;
        oldY = fy;
      }
    }
    if (!events.isEmpty()) {
      ink.area(0, 1, 1 - STRIP, 1);
    }
  }

  private static int length(Curve curve) {
    return Math.min(curve.x().length, curve.y().length);
  }

  /** One curve. Points that share a column of pixels become first, lowest, highest and last. */
  static void curve(Pen pen, Box in, Ruler x, Ruler y, Curve curve) {
    Color colour = Palette.of(curve.ink());
    Path2D.Double path = new Path2D.Double();
    Column column = new Column();
    int run = 0;
    double px = Double.NaN;
    double py = Double.NaN;
    int n = length(curve);
    for (int i = 0; i <= n; i++) {
      double atX = i < n ? place(x, curve.x()[i]) : Double.NaN;
      double atY = i < n ? place(y, curve.y()[i]) : Double.NaN;
      if (Double.isNaN(atX) || Double.isNaN(atY)) {
        column.flush(path);
        if (run == 1) {
          double r = pen.pt(1.5);
          pen.fill(colour, new Ellipse2D.Double(px - r, py - r, 2 * r, 2 * r));
        }
        run = 0;
        column = new Column();
        continue;
      }
      px = x.across(in, curve.x()[i]);
      py = y.up(in, curve.y()[i]);
      column.add(path, px, py);
      run++;
    }
    if (curve.ink() == Ink.TARGET) {
      pen.dash(colour, 1.1, path);
    } else {
      pen.stroke(colour, 1.1, path);
    }
  }

  private static double place(Ruler ruler, double value) {
    return Double.isFinite(value) ? ruler.fraction(value) : Double.NaN;
  }

  private static void band(Pen pen, Box in, Ruler x, Ruler y, Curve curve) {
    int n = Math.min(length(curve), curve.spread().length);
    int columns = (int) Math.ceil(in.width()) + 1;
    int start = 0;
    while (start < n) {
      int end = start;
      while (end < n && finite(curve, end)) {
        end++;
      }
      if (end > start) {
        pen.fill(
            Palette.clear(Palette.of(curve.ink()), 0.2),
            outline(in, x, y, curve, start, end, Math.max(1, (end - start) / (2 * columns))));
      }
      start = end + 1;
    }
  }

  private static boolean finite(Curve curve, int i) {
    return Double.isFinite(curve.x()[i])
        && Double.isFinite(curve.y()[i])
        && Double.isFinite(curve.spread()[i]);
  }

  /** The outline of a band; {@code stride} neighbours are drawn as their widest extent. */
  private static Path2D outline(
      Box in, Ruler x, Ruler y, Curve curve, int start, int end, int stride) {
    Path2D.Double path = new Path2D.Double();
    List<double[]> lower = new ArrayList<>();
    for (int i = start; i < end; i += stride) {
      double high = Double.NEGATIVE_INFINITY;
      double low = Double.POSITIVE_INFINITY;
      for (int j = i; j < Math.min(end, i + stride); j++) {
        high = Math.max(high, curve.y()[j] + curve.spread()[j]);
        low = Math.min(low, curve.y()[j] - curve.spread()[j]);
      }
      double px = x.across(in, curve.x()[i]);
      if (i == start) {
        path.moveTo(px, edge(in, y, high));
      } else {
        path.lineTo(px, edge(in, y, high));
      }
      lower.add(new double[] {px, edge(in, y, low)});
    }
    for (double[] point : lower.reversed()) {
      path.lineTo(point[0], point[1]);
    }
    path.closePath();
    return path;
  }

  /** On a logarithmic axis a band that reaches zero ends at the axis. */
  private static double edge(Box in, Ruler y, double value) {
    return y.log() && value <= 0 ? in.bottom() : y.up(in, value);
  }

  /** Points of one column of pixels, waiting to be drawn. */
  private static final class Column {
    private long pixel = Long.MIN_VALUE;
    private boolean started;
    private int points;
    private double x;
    private double first;
    private double low;
    private double high;
    private double last;

    void add(Path2D.Double path, double px, double py) {
      if ((long) px != pixel) {
        flush(path);
        pixel = (long) px;
        points = 0;
        first = low = high = py;
      }
      x = points == 0 ? px : x;
      points++;
      low = Math.min(low, py);
      high = Math.max(high, py);
      last = py;
    }

    void flush(Path2D.Double path) {
      if (points == 0) {
        return;
      }
      if (started) {
        path.lineTo(x, first);
      } else {
        path.moveTo(x, first);
        started = true;
      }
      if (points > 1) {
        path.lineTo(x, low);
        path.lineTo(x, high);
        path.lineTo(x, last);
      }
    }
  }
}
