package homeostat.lab.figure.render;

import java.util.List;

/**
 * The axes around a plot: spines on the left and below, ticks that point outwards, labels.
 *
 * @param boxed whether spines go all round and ticks fall away, as for a heat map
 */
record Frame(Ruler x, Ruler y, boolean boxed) {
  private static final double TICK = 3;
  private static final double MINOR = 1.8;
  private static final double SPINE = 0.7;
  private static final double PAD = 2.5;
  private static final double SLANT = 40;
  private static final double LONGEST = 132;

  /** Height that a label of a row needs; smallest part of it at which names still read. */
  private static final double LINE = 9;

  private static final double SMALLEST = 0.7;

  /** Room left of the axes. */
  double left(Pen pen, double height) {
    double widest = 0;
    for (Tick tick : y.ticks(rows(pen, height)).ticks()) {
      widest = Math.max(widest, pen.textWidth(shown(pen, tick.label()), Pen.SMALL, false));
    }
    return widest + pen.pt(TICK + PAD + (y.label().isEmpty() ? 2 : Pen.LABEL + 6));
  }

  /** Room below the axes. */
  double bottom(Pen pen, double width, boolean bare) {
    if (bare) {
      return pen.pt(TICK + 2);
    }
    double label = pen.pt(x.label().isEmpty() ? 2 : Pen.LABEL + 5);
    return label + pen.pt(TICK + PAD) + labels(pen, width);
  }

  /** Room right of the axes, for half of the last number. */
  double right(Pen pen, double width) {
    List<Tick> ticks = x.ticks(columns(pen, width)).ticks();
    if (ticks.isEmpty() || x.categories()) {
      return pen.pt(4);
    }
    Tick last = ticks.getLast();
    double over =
        pen.textWidth(last.label(), Pen.SMALL, false) / 2 - (1 - x.fraction(last.at())) * width;
    return Math.max(pen.pt(4), over + pen.pt(1));
  }

  /** Whether the categories below are too long to stand upright beside each other. */
  boolean slanted(Pen pen, double width) {
    if (!x.categories()) {
      return false;
    }
    for (Tick tick : x.named()) {
      double w = pen.textWidth(shown(pen, tick.label()), Pen.SMALL, false);
      if (w + pen.pt(3) > width * slot()) {
        return true;
      }
    }
    return false;
  }

  void draw(Pen pen, Box in, boolean bare) {
    spines(pen, in);
    across(pen, in, bare);
    up(pen, in);
    if (!bare) {
      double y0 = in.bottom() + pen.pt(TICK + PAD) + labels(pen, in.width()) + pen.pt(4.5);
      String text = pen.fitted(x.label(), Pen.LABEL, false, 1.15 * in.width());
      pen.text(text, Pen.LABEL, false, Palette.TEXT, in.centreX(), y0, 0.5, 0);
    }
  }

  /** The y label, in the middle of the room on the left. */
  void sideLabel(Pen pen, Box in, double outerLeft) {
    String text = pen.fitted(y.label(), Pen.LABEL, false, 1.15 * in.height());
    double x0 = Math.min(outerLeft, in.left() - pen.pt(Pen.LABEL)) + pen.pt(1.5);
    pen.turned(text, Pen.LABEL, Palette.TEXT, x0, in.centreY(), 0.5, 0, 90);
  }

  private void spines(Pen pen, Box in) {
    double half = pen.whole(SPINE) / 2.0;
    pen.upright(Palette.SPINE, SPINE, in.left() - half, in.top(), in.bottom() + 2 * half);
    pen.level(Palette.SPINE, SPINE, in.left() - 2 * half, in.right(), in.bottom() + half);
    if (boxed) {
      pen.upright(Palette.SPINE, SPINE, in.right() + half, in.top(), in.bottom() + 2 * half);
      pen.level(Palette.SPINE, SPINE, in.left() - 2 * half, in.right() + 2 * half, in.top() - half);
    }
  }

  private void across(Pen pen, Box in, boolean bare) {
    Ticks ticks = x.ticks(columns(pen, in.width()));
    boolean slanted = slanted(pen, in.width());
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks.ticks()) {
      double at = x.across(in, tick.at());
      if (!x.categories()) {
        double length = pen.pt(tick.minor() ? MINOR : TICK);
        pen.upright(Palette.SPINE, SPINE, at, in.bottom(), in.bottom() + length);
      }
      String label = shown(pen, tick.label());
      double half = slanted ? pen.pt(5) : pen.textWidth(label, Pen.SMALL, false) / 2;
      if (bare || label.isEmpty() || at - half < free) {
        continue;
      }
      free = at + half + pen.pt(slanted ? 0 : 3);
      double top = in.bottom() + pen.pt(TICK + PAD);
      if (slanted) {
        pen.turned(label, Pen.SMALL, tick.colour(), at + pen.pt(2), top, 1, 0, SLANT);
      } else {
        pen.text(label, Pen.SMALL, false, tick.colour(), at, top, 0.5, 0);
      }
    }
    if (ticks.power() != 0 && !bare) {
      String times = "×" + Ticks.raised(ticks.power());
      double top = in.bottom() + pen.pt(TICK + PAD + Pen.SMALL + 4);
      pen.text(times, Pen.SMALL, false, Palette.TEXT, in.right(), top, 1, 0);
    }
  }

  private void up(Pen pen, Box in) {
    Ticks ticks = y.ticks(rows(pen, in.height()));
    double free = Double.POSITIVE_INFINITY;
    double size = Math.clamp(rowHeight(in.height()) / pen.pt(LINE), SMALLEST, 1);
    double half = size * pen.pt(LINE) / 2 - 1e-6;
    boolean downwards = y.lo() > y.hi();
    for (Tick tick : downwards ? ticks.ticks().reversed() : ticks.ticks()) {
      double at = y.up(in, tick.at());
      if (!y.categories()) {
        double length = pen.pt(tick.minor() ? MINOR : TICK);
        pen.level(Palette.SPINE, SPINE, in.left() - length, in.left(), at);
      }
      if (tick.minor() || at + half > free) {
        continue;
      }
      free = at - half;
      double right = in.left() - pen.pt(y.categories() ? PAD + 1 : TICK + PAD);
      String label = shown(pen, tick.label());
      pen.text(label, size * Pen.SMALL, false, tick.colour(), right, at, 1, 0.5);
    }
    if (ticks.power() != 0) {
      String times = "×" + Ticks.raised(ticks.power());
      double base = in.top() - pen.pt(3.5);
      pen.text(times, Pen.SMALL, false, Palette.TEXT, in.left() - pen.pt(3), base, 1, 1);
    }
  }

  /** Mean height of the categories beside the plot; without end for numbers. */
  private double rowHeight(double height) {
    List<Tick> names = y.categories() ? y.named() : List.of();
    return names.size() < 2
        ? Double.POSITIVE_INFINITY
        : height
            * Math.abs(y.fraction(names.getLast().at()) - y.fraction(names.getFirst().at()))
            / (names.size() - 1);
  }

  /** Height of the labels below. */
  private double labels(Pen pen, double width) {
    if (!slanted(pen, width)) {
      return pen.pt(Pen.SMALL * 0.75);
    }
    double longest = 0;
    for (Tick tick : x.named()) {
      longest = Math.max(longest, pen.textWidth(shown(pen, tick.label()), Pen.SMALL, false));
    }
    double angle = StrictMath.toRadians(SLANT);
    return longest * StrictMath.sin(angle) + pen.pt(Pen.SMALL * 0.75) * StrictMath.cos(angle);
  }

  /** Share of the width that the narrowest category has. */
  private double slot() {
    double least = 1;
    for (int i = 1; i < x.named().size(); i++) {
      least =
          Math.min(
              least,
              Math.abs(x.fraction(x.named().get(i).at()) - x.fraction(x.named().get(i - 1).at())));
    }
    return least;
  }

  private static String shown(Pen pen, String label) {
    return pen.fitted(label, Pen.SMALL, false, pen.pt(LONGEST));
  }

  private static int columns(Pen pen, double width) {
    return Math.clamp((int) (width / pen.pt(48)), 2, 10);
  }

  private static int rows(Pen pen, double height) {
    return Math.clamp((int) (height / pen.pt(26)), 2, 8);
  }
}
