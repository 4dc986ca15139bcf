package homeostat.lab.figure.render;

import homeostat.lab.figure.Figure.Board;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Panel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Several figures on one page, in columns, each with a letter. A legend that an earlier panel shows
 * is not shown again.
 */
record BoardPlot(String title, List<Lane> lanes) implements Plot {
  private static final double GAP = 12;
  private static final double GUTTER = 14;
  private static final double HEAD = 22;

  /** A column of plots. */
  record Lane(double weight, List<Slot> slots) {}

  /** A plot with its share of the height. */
  record Slot(double weight, Plot plot) {}

  /** A plot with its place and room. */
  private record Placed(Slot slot, Box outer, Room room, boolean bare) {}

  static Plot of(Board board) {
    List<Lane> lanes = new ArrayList<>();
    Set<Legend> shown = new HashSet<>();
    for (Column column : board.columns()) {
      List<Slot> slots = new ArrayList<>();
      for (Panel panel : column.panels()) {
        Plot plot = FigureRenderer.plot(panel.figure());
        boolean told = plot instanceof Chart chart && !shown.add(chart.legend());
        slots.add(
            new Slot(
                share(panel.weight()),
                told && plot instanceof Chart chart ? chart.withoutLegend() : plot));
      }
      lanes.add(new Lane(share(column.weight()), List.copyOf(slots)));
    }
    return new BoardPlot(board.title(), List.copyOf(lanes));
  }

  private static double share(double weight) {
    return Double.isFinite(weight) && weight > 0 ? weight : 1;
  }

  @Override
  public Room room(Pen pen, Box outer, boolean bare) {
    return new Room(0, title.isEmpty() ? 0 : pen.pt(HEAD), 0, 0);
  }

  @Override
  public void draw(Pen pen, Box outer, Room room, boolean bare) {
    Box in = outer.inside(room);
    pen.text(
        pen.fitted(title, Pen.LETTER, true, in.width()),
        Pen.LETTER,
        true,
        Palette.TEXT,
        outer.left(),
        outer.top(),
        0,
        0);
    double weights = lanes.stream().mapToDouble(Lane::weight).sum();
    double free = in.width() - pen.pt(GUTTER) * (lanes.size() - 1);
    double left = in.left();
    int number = 0;
    for (Lane lane : lanes) {
      double width = free * lane.weight() / weights;
      Box box = new Box(left, in.top(), left + width, in.bottom());
      for (Placed placed : aligned(place(pen, lane, box))) {
        Box at = placed.outer();
        placed.slot().plot().draw(pen, at, placed.room(), placed.bare());
        if (!(placed.slot().plot() instanceof BoardPlot)) {
          pen.text(letter(number++), Pen.LETTER, true, Palette.TEXT, at.left(), at.top(), 0, 0);
        }
      }
      left += width + pen.pt(GUTTER);
    }
  }

  private static List<Placed> place(Pen pen, Lane lane, Box box) {
    double weights = lane.slots().stream().mapToDouble(Slot::weight).sum();
    double free = box.height() - pen.pt(GAP) * (lane.slots().size() - 1);
    double top = box.top();
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < lane.slots().size(); i++) {
      Slot slot = lane.slots().get(i);
      double height = free * slot.weight() / weights;
      Box outer = new Box(box.left(), top, box.right(), top + height);
      boolean bare = i + 1 < lane.slots().size() && same(slot, lane.slots().get(i + 1));
      Room room = slot.plot().room(pen, outer, bare);
      double head = Math.max(room.top(), pen.pt(Pen.LETTER + 4));
      placed.add(new Placed(slot, outer, room.withHeights(head, room.bottom()), bare));
      top += height + pen.pt(GAP);
    }
    return placed;
  }

  private static boolean same(Slot slot, Slot below) {
    Optional<Ruler> x = slot.plot().alignment();
    Optional<Ruler> next = below.plot().alignment();
    return x.isPresent() && next.isPresent() && x.get().sameAs(next.get());
  }

  /** The same left edge for all plots of a column, the same right edge for equal x labels. */
  private static List<Placed> aligned(List<Placed> lane) {
    double left = 0;
    for (Placed placed : lane) {
      left = Math.max(left, placed.room().left());
    }
    List<Placed> result = new ArrayList<>();
    for (Placed placed : lane) {
      double right = placed.room().right();
      for (Placed other : lane) {
        if (label(placed).isPresent() && label(placed).equals(label(other))) {
          right = Math.max(right, other.room().right());
        }
      }
      boolean board = placed.slot().plot() instanceof BoardPlot;
      Room room = board ? placed.room() : placed.room().withSides(left, right);
      result.add(new Placed(placed.slot(), placed.outer(), room, placed.bare()));
    }
    return result;
  }

  private static Optional<String> label(Placed placed) {
    return placed.slot().plot().alignment().map(Ruler::label).filter(l -> !l.isEmpty());
  }

  /** a to z, then aa, ab and so on. */
  private static String letter(int number) {
    String last = String.valueOf((char) ('a' + number % 26));
    return number < 26 ? last : letter(number / 26 - 1) + last;
  }
}
