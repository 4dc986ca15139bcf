package homeostat.lab.figure.render;

import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Mark;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plot between two axes.
 *
 * @param nothing what to say in the middle instead of drawing; empty if there is something
 */
record Chart(
    String title,
    Frame frame,
    Body body,
    Legend legend,
    List<Mark> marks,
    Optional<ColourBar> bar,
    String nothing)
    implements Plot {

  /** The same without names of its series. */
  Chart withoutLegend() {
    return new Chart(title, frame, body, new Legend(List.of()), marks, bar, nothing);
  }

  @Override
  public Room room(Pen pen, Box outer, boolean bare) {
    boolean raised = !title.isEmpty();
    double top = pen.pt(raised ? Pen.TITLE + 9 : 6);
    double left = frame.left(pen, outer.height() * 0.8);
    double right = frame.right(pen, outer.width() - left);
    double width = outer.width() - left - right;
    if (bar.isPresent() && nothing.isEmpty()) {
      right = bar.get().width(pen);
      width = outer.width() - left - right;
    }
    double bottom = frame.bottom(pen, width, bare);
    Room.Side side = Room.Side.INSIDE;
    if (!legend.empty()) {
      Box in =
          new Box(
              outer.left() + left,
              outer.top() + top,
              outer.right() - right,
              outer.bottom() - bottom);
      side = side(pen, in);
      right += side == Room.Side.RIGHT ? legend.width(pen) + pen.pt(8) : 0;
      top = side == Room.Side.ABOVE ? Math.max(top, pen.pt(Pen.TITLE + 9)) : top;
    }
    return new Room(left, top, right, bottom, side);
  }

  @Override
  public void draw(Pen pen, Box outer, Room room, boolean bare) {
    Box in = outer.inside(room);
    if (nothing.isEmpty()) {
      pen.within(in, () -> body.draw(pen, in, frame.x(), frame.y()));
      pen.within(in, () -> lines(pen, in));
      bar.ifPresent(b -> b.draw(pen, in));
    }
    frame.draw(pen, in, bare);
    frame.sideLabel(pen, in, outer.left());
    double row = room.legend() == Room.Side.ABOVE ? legend.rowWidth(pen) + pen.pt(12) : 0;
    String heading = pen.fitted(title, Pen.TITLE, true, outer.right() - in.left() - row);
    double base = in.top() - pen.pt(6);
    pen.text(heading, Pen.TITLE, true, Palette.TEXT, in.left(), base, 0, 1);
    if (!nothing.isEmpty()) {
      pen.text(nothing, Pen.LABEL, false, Palette.FAINT, in.centreX(), in.centreY(), 0.5, 0.5);
      return;
    }
    labels(pen, in);
    if (!legend.empty()) {
      switch (room.legend()) {
        case INSIDE -> legend.inside(pen, in, ink());
        case ABOVE -> legend.above(pen, in);
        case RIGHT -> legend.beside(pen, in);
      }
    }
  }

  private Room.Side side(Pen pen, Box in) {
    if (legend.fits(pen, in, ink())) {
      return Room.Side.INSIDE;
    }
    double heading = pen.textWidth(title, Pen.TITLE, true) + pen.pt(12);
    return heading + legend.rowWidth(pen) <= in.width() ? Room.Side.ABOVE : Room.Side.RIGHT;
  }

  @Override
  public Optional<Ruler> alignment() {
    return frame.x().categories() ? Optional.empty() : Optional.of(frame.x());
  }

  private Occupancy ink() {
    Occupancy ink = new Occupancy();
    body.occupy(ink, frame.x(), frame.y());
    for (Mark mark : marks) {
      double at = mark.vertical() ? frame.x().fraction(mark.value()) : height(mark);
      if (mark.vertical()) {
        ink.area(at - 0.01, mark.label().isEmpty() ? at : at + 0.12, 0.9, 1);
        ink.span(at, 0, 1);
      } else {
        ink.area(0, 1, at, at);
        if (!mark.label().isEmpty()) {
          ink.area(0.75, 1, at, at + 0.06);
        }
      }
    }
    return ink;
  }

  private double height(Mark mark) {
    return frame.y().fraction(mark.value());
  }

  private void lines(Pen pen, Box in) {
    for (Mark mark : marks) {
      Ruler ruler = mark.vertical() ? frame.x() : frame.y();
      double fraction = ruler.fraction(mark.value());
      if (!(fraction >= -1e-9 && fraction <= 1 + 1e-9)) {
        continue;
      }
      double x = frame.x().across(in, mark.value());
      double y = frame.y().up(in, mark.value());
      Line2D line =
          mark.vertical()
              ? new Line2D.Double(x, in.top(), x, in.bottom())
              : new Line2D.Double(in.left(), y, in.right(), y);
      if (mark.ink() == Ink.NEUTRAL) {
        pen.stroke(Palette.FAINT, 0.7, line);
      } else {
        pen.dash(Palette.of(mark.ink()), 1.0, line);
      }
    }
  }

  /** Labels of reference lines, each text once: at the right end, or at the upper end. */
  private void labels(Pen pen, Box in) {
    Set<String> told = new HashSet<>();
    double step = 0;
    for (Mark mark : marks) {
      Ruler ruler = mark.vertical() ? frame.x() : frame.y();
      double fraction = ruler.fraction(mark.value());
      if (mark.label().isEmpty() || !(fraction >= 0 && fraction <= 1) || !told.add(mark.label())) {
        continue;
      }
      Color colour = Palette.of(mark.ink());
      double w = pen.textWidth(mark.label(), Pen.SMALL, false);
      if (mark.vertical()) {
        double x = ruler.across(in, mark.value());
        boolean left = x + w + pen.pt(4) > in.right();
        double at = x + pen.pt(left ? -3 : 3);
        double y = in.top() + pen.pt(3) + step;
        backed(pen, left ? at - w : at, y, w);
        pen.text(mark.label(), Pen.SMALL, false, colour, at, y, left ? 1 : 0, 0);
        step += pen.pt(10);
      } else {
        double y = ruler.up(in, mark.value());
        boolean under = y - pen.pt(10) < in.top();
        double at = y + pen.pt(under ? 3 : -2.5);
        backed(pen, in.right() - pen.pt(2) - w, under ? at : at - pen.pt(Pen.SMALL * 0.73), w);
        pen.text(
            mark.label(), Pen.SMALL, false, colour, in.right() - pen.pt(2), at, 1, under ? 0 : 1);
      }
    }
  }

  /** A veil behind a label, so that it reads over data. */
  private static void backed(Pen pen, double left, double top, double width) {
    pen.ink(Palette.clear(Palette.PAPER, 0.75));
    pen.block(
        (int) (left - pen.pt(1)),
        (int) (top - pen.pt(1)),
        (int) (width + pen.pt(2)),
        (int) pen.pt(Pen.SMALL * 0.73 + 2));
  }
}
