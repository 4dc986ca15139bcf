package homeostat.lab.figure.render;

import homeostat.lab.figure.Extent;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Bar;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bars in groups. Groups of one bar, and a single group, are named below each bar; else groups are
 * named below and bars in the legend, where the bars of groups of one are too if they have names of
 * their own.
 *
 * @param centres middle of each bar on the axis
 */
record BarBody(List<Bar> bars, double[] centres) implements Body {
  private static final double WIDTH = 0.86;
  private static final double OPACITY = 0.85;

  static Plot of(Figure.Bars figure) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < figure.bars().size(); i++) {
      groups.computeIfAbsent(figure.bars().get(i).group(), g -> new ArrayList<>()).add(i);
    }
    boolean single = groups.values().stream().allMatch(g -> g.size() == 1);
    boolean named = groups.size() <= 1 || single;
    double[] centres = new double[figure.bars().size()];
    List<Tick> ticks = new ArrayList<>();
    List<Legend.Entry> entries = new ArrayList<>();
    Extent ys = new Extent(figure.y().log());
    double place = 0;
    for (List<Integer> group : groups.values()) {
      double first = place;
      for (int i : group) {
        Bar bar = figure.bars().get(i);
        centres[i] = place++;
        ys.add(bar.value());
        ys.add(bar.value() + Math.abs(bar.whisker())).add(bar.value() - Math.abs(bar.whisker()));
        if (named) {
          boolean byGroup = (single && groups.size() > 1) || bar.name().isEmpty();
          ticks.add(new Tick(centres[i], label(byGroup ? bar.group() : bar.name())));
          if (byGroup && !bar.name().equals(bar.group())) {
            entries.add(entry(bar));
          }
        } else {
          entries.add(entry(bar));
        }
      }
      if (!named) {
        String name = figure.bars().get(group.getFirst()).group();
        ticks.add(new Tick((first + place - 1) / 2, label(name)));
        place += 0.8;
      }
    }
    boolean none = ys.empty();
    if (!figure.y().log() && !none) {
      ys.add(0);
    }
    double end = named ? place - 1 : place - 1.8;
    Ruler x =
        ticks.isEmpty() ? Ruler.blank("") : Ruler.named("", -0.7, end + 0.7, List.copyOf(ticks));
    Ruler y = Ruler.of(figure.y(), ys, Ruler.Fit.ZERO);
    return new Chart(
        figure.title(),
        new Frame(x, y, false),
        new BarBody(figure.bars(), centres),
        Legend.of(entries),
        List.of(),
        Optional.empty(),
        none ? "no data" : "");
  }

  private static Legend.Entry entry(Bar bar) {
    Color colour = Palette.clear(Palette.of(bar.ink()), OPACITY);
    return new Legend.Entry(bar.name(), colour, Legend.Look.PATCH);
  }

  /** A category must have some text to be more than a minor tick. */
  private static String label(String text) {
    return text.isEmpty() ? " " : text;
  }

  @Override
  public void draw(Pen pen, Box in, Ruler x, Ruler y) {
    double base = y.log() ? in.bottom() : y.up(in, 0);
    if (base < in.bottom() - 1) {
      pen.level(Palette.SPINE, 0.7, in.left(), in.right(), base);
    }
    double most = pen.pt(60);
    double half = Math.min(most, WIDTH * in.width() / (x.hi() - x.lo())) / 2;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double at = x.across(in, centres[i]);
      double top = y.up(in, bar.value());
      if (Double.isNaN(top)) {
        continue;
      }
      Color colour = Palette.of(bar.ink());
      int left = (int) Math.rint(at - half);
      int width = Math.max(1, (int) Math.rint(at + half) - left);
      int high = (int) Math.rint(Math.min(top, base));
      pen.ink(Palette.clear(colour, OPACITY));
      pen.block(left, high, width, (int) Math.rint(Math.max(top, base)) - high);
      if (bar.whisker() > 0) {
        double up = y.up(in, bar.value() + bar.whisker());
        double low = bar.value() - bar.whisker();
        double down = y.log() && low <= 0 ? in.bottom() : y.up(in, low);
        pen.upright(Palette.TEXT, 0.8, at, up, down);
        double cap = Math.min(half * 0.5, pen.pt(3));
        pen.level(Palette.TEXT, 0.8, at - cap, at + cap, up);
        pen.level(Palette.TEXT, 0.8, at - cap, at + cap, down);
      }
    }
  }

  @Override
  public void occupy(Occupancy ink, Ruler x, Ruler y) {
    for (int i = 0; i < bars.size(); i++) {
      double zero = y.log() ? 0 : y.fraction(0);
      double reach = bars.get(i).value() + Math.max(0, bars.get(i).whisker());
      double left = x.fraction(centres[i] - WIDTH / 2);
      ink.area(left, x.fraction(centres[i] + WIDTH / 2), zero, y.fraction(reach));
    }
  }
}
