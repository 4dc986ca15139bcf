package homeostat.lab.figure.render;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Names of series with a sample of their ink; stands inside the plot where that is free, else in a
 * row above it, else on its right.
 */
record Legend(List<Entry> entries) {
  private static final double ROW = 11.5;
  private static final double SAMPLE = 14;
  private static final double GAP = 4;
  private static final double MARGIN = 5;
  private static final double APART = 10;

  /** How a series is drawn. */
  enum Look {
    LINE,
    DASH,
    PATCH,
    DOT
  }

  /** A series. */
  record Entry(String name, Color colour, Look look) {}

  /** The named series, each once; nothing if that leaves only one. */
  static Legend of(List<Entry> series) {
    List<Entry> named =
        new ArrayList<>(
            new LinkedHashSet<>(series.stream().filter(e -> !e.name().isEmpty()).toList()));
    return new Legend(named.size() < 2 ? List.of() : List.copyOf(named));
  }

  boolean empty() {
    return entries.isEmpty();
  }

  double width(Pen pen) {
    double widest = 0;
    for (Entry entry : entries) {
      widest = Math.max(widest, pen.textWidth(entry.name(), Pen.SMALL, false));
    }
    return widest + pen.pt(SAMPLE + GAP);
  }

  /** Whether some corner of the plot is free. */
  boolean fits(Pen pen, Box in, Occupancy ink) {
    return best(pen, in, ink)[2] == 0;
  }

  /** Draws in the freest corner. */
  void inside(Pen pen, Box in, Occupancy ink) {
    double[] place = best(pen, in, ink);
    draw(pen, place[0], place[1], in.bottom());
  }

  /** Width as one row above the plot. */
  double rowWidth(Pen pen) {
    double width = 0;
    for (Entry entry : entries) {
      width += pen.textWidth(entry.name(), Pen.SMALL, false) + pen.pt(SAMPLE + GAP + APART);
    }
    return width - pen.pt(APART);
  }

  /** Draws as one row above the plot, ending at its right edge. */
  void above(Pen pen, Box in) {
    double left = in.right() - rowWidth(pen);
    double y = in.top() - pen.pt(9);
    for (Entry entry : entries) {
      sample(pen, entry, left, y);
      left += pen.pt(SAMPLE + GAP);
      pen.text(entry.name(), Pen.SMALL, false, Palette.TEXT, left, y, 0, 0.5);
      left += pen.textWidth(entry.name(), Pen.SMALL, false) + pen.pt(APART);
    }
  }

  /** Draws right of the plot. */
  void beside(Pen pen, Box in) {
    draw(pen, in.right() + pen.pt(8), in.top() + pen.pt(1), in.bottom());
  }

  /** {left, top, share of ink} of the freest place; the corners first. */
  private double[] best(Pen pen, Box in, Occupancy ink) {
    double w = width(pen);
    double h = pen.pt(ROW * entries.size());
    double m = pen.pt(MARGIN);
    double[] best = {in.right() - w - m, in.top() + m, Double.POSITIVE_INFINITY};
    for (double across : new double[] {1, 0, 0.5}) {
      for (double down : new double[] {0, 1, 0.5}) {
        double left = in.left() + m + across * (in.width() - w - 2 * m);
        double top = in.top() + m + down * (in.height() - h - 2 * m);
        double share =
            ink.within(
                (left - m - in.left()) / in.width(),
                (left + w + m - in.left()) / in.width(),
                (in.bottom() - top - h - m) / in.height(),
                (in.bottom() - top + m) / in.height());
        boolean small = w + 2 * m <= in.width() && h + 2 * m <= in.height();
        if (small && share < best[2]) {
          best = new double[] {left, top, share};
        }
      }
    }
    return best;
  }

  private void draw(Pen pen, double left, double top, double bottom) {
    int room = Math.max(1, (int) ((bottom - top) / pen.pt(ROW)));
    boolean all = entries.size() <= room;
    int shown = all ? entries.size() : Math.max(1, room - 1);
    for (int i = 0; i < shown; i++) {
      Entry entry = entries.get(i);
      double y = top + pen.pt(ROW * (i + 0.5));
      sample(pen, entry, left, y);
      pen.text(
          entry.name(), Pen.SMALL, false, Palette.TEXT, left + pen.pt(SAMPLE + GAP), y, 0, 0.5);
    }
    if (!all) {
      String more = "and " + (entries.size() - shown) + " more";
      double y = top + pen.pt(ROW * (shown + 0.5));
      pen.text(more, Pen.SMALL, false, Palette.FAINT, left, y, 0, 0.5);
    }
  }

  private static void sample(Pen pen, Entry entry, double left, double y) {
    double w = pen.pt(SAMPLE);
    switch (entry.look()) {
      case LINE -> pen.stroke(entry.colour(), 1.6, new Line2D.Double(left, y, left + w, y));
      case DASH -> pen.dash(entry.colour(), 1.2, new Line2D.Double(left, y, left + w, y));
      case DOT -> {
        double r = pen.pt(2.4);
        pen.fill(entry.colour(), new Ellipse2D.Double(left + w / 2 - r, y - r, 2 * r, 2 * r));
      }
      case PATCH -> {
        int h = pen.whole(6);
        pen.ink(entry.colour());
        pen.block((int) left, (int) (y - h / 2.0), (int) w, h);
      }
    }
  }
}
