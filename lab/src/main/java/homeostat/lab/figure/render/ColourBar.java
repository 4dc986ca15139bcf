package homeostat.lab.figure.render;

import java.awt.Color;

/**
 * The key to the colours of a heat map, right of it.
 *
 * @param below whether some values lie beyond the lower end
 * @param above whether some values lie beyond the upper end
 */
record ColourBar(ColourMap colours, Ruler values, boolean below, boolean above) {
  private static final double GAP = 7;
  private static final double THICK = 8;
  private static final double TICK = 2.5;

  double width(Pen pen) {
    double widest = 0;
    for (Tick tick : values.ticks(6).ticks()) {
      widest = Math.max(widest, pen.textWidth(text(tick), Pen.SMALL, false));
    }
    return widest + pen.pt(GAP + THICK + TICK + 4 + (values.label().isEmpty() ? 2 : Pen.LABEL + 5));
  }

  void draw(Pen pen, Box map) {
    int left = (int) Math.rint(map.right() + pen.pt(GAP));
    int width = pen.whole(THICK);
    int top = (int) map.top();
    int height = (int) map.height();
    for (int row = 0; row < height; row++) {
      pen.ink(new Color(colours.rgb(1 - (row + 0.5) / height)));
      pen.block(left, top + row, width, 1);
    }
    Box bar = new Box(left, top, left + width, top + height);
    Ticks ticks = values.ticks(Math.clamp((int) (height / pen.pt(26)), 2, 6));
    double x = bar.right();
    double widest = 0;
    for (Tick tick : ticks.ticks()) {
      double y = values.up(bar, tick.at());
      pen.level(Palette.SPINE, 0.7, x, x + pen.pt(tick.minor() ? 1.5 : TICK), y);
      pen.text(text(tick), Pen.SMALL, false, Palette.TEXT, x + pen.pt(TICK + 2), y, 0, 0.5);
      widest = Math.max(widest, pen.textWidth(text(tick), Pen.SMALL, false));
    }
    if (ticks.power() != 0) {
      String times = "×" + Ticks.raised(ticks.power());
      pen.text(times, Pen.SMALL, false, Palette.TEXT, left, top - pen.pt(3.5), 0, 1);
    }
    String label = pen.fitted(values.label(), Pen.LABEL, false, 1.1 * height);
    double at = x + pen.pt(TICK + 2 + 4) + widest;
    pen.turned(label, Pen.LABEL, Palette.TEXT, at, map.centreY(), 0.5, 0, 90);
  }

  /** The number of an end beyond which values lie says so. */
  private String text(Tick tick) {
    if (above && values.fraction(tick.at()) > 1 - 1e-9) {
      return "≥ " + tick.label();
    }
    return below && values.fraction(tick.at()) < 1e-9 ? "≤ " + tick.label() : tick.label();
  }
}
