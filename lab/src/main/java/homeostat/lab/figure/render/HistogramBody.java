package homeostat.lab.figure.render;

import homeostat.lab.figure.Bins;
import homeostat.lab.figure.Extent;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Mark;
import homeostat.lab.figure.Figure.Sample;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Overlaid histograms as filled steps. */
record HistogramBody(Bins bins, List<Sample> samples) implements Body {

  static Plot of(Figure.Histogram histogram) {
    Bins bins = Bins.of(histogram);
    Extent xs = new Extent(histogram.x().log());
    List<Legend.Entry> entries = new ArrayList<>();
    for (Sample sample : histogram.samples()) {
      Color colour = Palette.clear(Palette.of(sample.ink()), 0.6);
      entries.add(new Legend.Entry(sample.name(), colour, Legend.Look.PATCH));
    }
    boolean none = bins.highest() == 0;
    if (!none) {
      xs.add(bins.edges());
    }
    for (Mark mark : histogram.marks()) {
      (mark.vertical() ? xs : new Extent(false)).add(mark.value());
    }
    boolean labelled =
        histogram.marks().stream().anyMatch(m -> m.vertical() && !m.label().isEmpty());
    Axis y = histogram.y();
    Extent ys = new Extent(y.log());
    if (!none) {
      ys.add(y.log() ? 0.8 : 0).add(bins.highest() * (labelled ? 1.16 : 1.05));
    }
    return new Chart(
        histogram.title(),
        new Frame(
            Ruler.of(histogram.x(), xs, Ruler.Fit.ORIGIN), Ruler.of(y, ys, Ruler.Fit.TIGHT), false),
        new HistogramBody(bins, histogram.samples()),
        Legend.of(entries),
        histogram.marks(),
        Optional.empty(),
        none ? "no data" : "");
  }

  @Override
  public void draw(Pen pen, Box in, Ruler x, Ruler y) {
    for (int s = 0; s < samples.size(); s++) {
      Path2D.Double path = new Path2D.Double();
      path.moveTo(x.across(in, bins.edges()[0]), in.bottom() + pen.pt(1));
      for (int i = 0; i < bins.counts()[s].length; i++) {
        double top = height(pen, in, y, bins.counts()[s][i]);
        path.lineTo(x.across(in, bins.edges()[i]), top);
        path.lineTo(x.across(in, bins.edges()[i + 1]), top);
      }
      double end = x.across(in, bins.edges()[bins.edges().length - 1]);
      path.lineTo(end, in.bottom() + pen.pt(1));
      Color colour = Palette.of(samples.get(s).ink());
      pen.fill(Palette.clear(colour, 0.35), path);
      pen.stroke(colour, 0.9, path);
    }
  }

  private static double height(Pen pen, Box in, Ruler y, long count) {
    return count == 0 ? in.bottom() + pen.pt(1) : y.up(in, count);
  }

  @Override
  public void occupy(Occupancy ink, Ruler x, Ruler y) {
    for (long[] counts : bins.counts()) {
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          double left = x.fraction(bins.edges()[i]);
          ink.area(left, x.fraction(bins.edges()[i + 1]), 0, y.fraction(counts[i]));
        }
      }
    }
  }
}
