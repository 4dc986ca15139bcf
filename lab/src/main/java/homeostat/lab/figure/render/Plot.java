package homeostat.lab.figure.render;

import java.util.Optional;

/**
 * A figure made ready: it tells the room that its labels need, and then draws itself. The two steps
 * let a board give panels of a column the same room, so that their axes are aligned.
 */
interface Plot {

  /**
   * The room around the plot.
   *
   * @param outer where the figure will stand
   * @param bare whether the x axis goes without numbers, because the panel below has the same
   */
  Room room(Pen pen, Box outer, boolean bare);

  /** Draws within {@code outer}, the plot itself inside {@code room}. */
  void draw(Pen pen, Box outer, Room room, boolean bare);

  /** The x axis, if it has one to align. */
  default Optional<Ruler> alignment() {
    return Optional.empty();
  }
}
