package homeostat.lab.figure.render;

import homeostat.lab.figure.Extent;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Sample;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Violins side by side: density, quartiles as a bar, median as a dot. */
record ViolinBody(List<Sample> samples, List<Density> densities) implements Body {
  /** Up to this many values are drawn one by one. */
  private static final int FEW = 30;

  static Plot of(Figure.Violins violins) {
    Extent ys = new Extent(violins.y().log());
    List<Tick> names = new ArrayList<>();
    List<Density> densities = new ArrayList<>();
    for (Sample sample : violins.samples()) {
      names.add(new Tick(names.size(), sample.name(), Palette.TEXT));
      densities.add(Density.of(sample.values(), violins.y().log()));
      ys.add(sample.values());
    }
    boolean none = ys.empty();
    violins.marks().forEach(mark -> ys.add(mark.value()));
    Ruler x =
        names.isEmpty()
            ? Ruler.blank("")
            : Ruler.named("", -0.6, names.size() - 0.4, List.copyOf(names));
    return new Chart(
        violins.title(),
        new Frame(x, Ruler.of(violins.y(), ys, Ruler.Fit.ZERO), false),
        new ViolinBody(violins.samples(), List.copyOf(densities)),
        Legend.of(List.of()),
        violins.marks(),
        Optional.empty(),
        none ? "no data" : "");
  }

  @Override
  public void draw(Pen pen, Box in, Ruler x, Ruler y) {
    for (int s = 0; s < samples.size(); s++) {
      Density density = densities.get(s);
      if (density.sorted().length == 0) {
        continue;
      }
      Color colour = Palette.of(samples.get(s).ink());
      double middle = x.across(in, s);
      double half = Math.min(0.4 * in.width() / (x.hi() - x.lo()), pen.pt(42));
      violin(pen, in, y, density, colour, middle, half);
      if (density.sorted().length <= FEW) {
        dots(pen, in, y, density, colour, middle, half);
      }
      double top = up(in, y, density.quantile(0.75));
      double bottom = up(in, y, density.quantile(0.25));
      double w = pen.pt(3.2);
      pen.fill(
          Palette.TEXT, new Rectangle2D.Double(middle - w / 2, top, w, Math.max(1, bottom - top)));
      double r = pen.pt(2.6);
      double median = up(in, y, density.quantile(0.5));
      Ellipse2D dot = new Ellipse2D.Double(middle - r, median - r, 2 * r, 2 * r);
      pen.fill(Palette.PAPER, dot);
      pen.stroke(Palette.TEXT, 0.8, dot);
    }
  }

  private static void violin(
      Pen pen, Box in, Ruler y, Density density, Color colour, double middle, double half) {
    int n = density.at().length;
    if (n == 0) {
      return;
    }
    Path2D.Double path = new Path2D.Double();
    path.moveTo(middle, up(in, y, density.at()[0]));
    for (int i = 0; i < n; i++) {
      path.lineTo(middle - half * density.density()[i], up(in, y, density.at()[i]));
    }
    for (int i = n - 1; i >= 0; i--) {
      path.lineTo(middle + half * density.density()[i], up(in, y, density.at()[i]));
    }
    path.closePath();
    pen.fill(Palette.clear(colour, 0.35), path);
    pen.stroke(colour, 0.9, path);
  }

  /** The values themselves, set apart by steps of the golden ratio. */
  private static void dots(
      Pen pen, Box in, Ruler y, Density density, Color colour, double middle, double half) {
    double r = pen.pt(1.5);
    for (int i = 0; i < density.sorted().length; i++) {
      double shift = (i * 0.6180339887498949 % 1 - 0.5) * 0.4 * half;
      double at = up(in, y, density.sorted()[i]);
      pen.fill(
          Palette.clear(colour, 0.8),
          new Ellipse2D.Double(middle + shift - r, at - r, 2 * r, 2 * r));
    }
  }

  private static double up(Box in, Ruler y, double value) {
    return y.up(in, y.log() ? StrictMath.pow(10, value) : value);
  }
}
