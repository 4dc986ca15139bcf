package homeostat.lab.figure.render;

import homeostat.lab.figure.Extent;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events as upright ticks, one row a neuron, the first group on top. */
record RasterBody(List<Events> groups) implements Body {

  static Plot of(Figure.Raster raster) {
    Extent times = new Extent(raster.x().log());
    List<Tick> names = new ArrayList<>();
    int rows = 0;
    boolean none = true;
    for (Events group : raster.groups()) {
      times.add(group.time());
      none &= Math.min(group.row().length, group.time().length) == 0;
      if (group.rows() > 0) {
        names.add(new Tick(rows + group.rows() / 2.0, group.name(), Palette.of(group.ink())));
      }
      rows += group.rows();
    }
    Ruler y =
        rows == 0
            ? Ruler.blank(raster.y().label())
            : Ruler.named(raster.y().label(), rows, 0, List.copyOf(names));
    return new Chart(
        raster.title(),
        new Frame(Ruler.of(raster.x(), times, Ruler.Fit.TIGHT), y, false),
        new RasterBody(raster.groups()),
        Legend.of(List.of()),
        List.of(),
        Optional.empty(),
        none ? "no spikes" : "");
  }

  @Override
  public void draw(Pen pen, Box in, Ruler x, Ruler y) {
    int width = pen.whole(0.6);
    int first = 0;
    for (Events group : groups) {
      pen.ink(Palette.of(group.ink()));
      for (int i = 0; i < Math.min(group.row().length, group.time().length); i++) {
        double at = x.across(in, group.time()[i]);
        int row = first + group.row()[i];
        if (at >= in.left() - 1 && at <= in.right() + 1) {
          int top = (int) Math.rint(y.up(in, row + 0.1));
          int height = Math.max(1, (int) Math.rint(y.up(in, row + 0.9)) - top);
          pen.block((int) Math.rint(at - width / 2.0), top, width, height);
        }
      }
      first += group.rows();
      if (group != groups.getLast()) {
        double edge = y.up(in, first);
        pen.level(Palette.clear(Palette.SPINE, 0.25), 0.5, in.left(), in.right(), edge);
      }
    }
  }
}
