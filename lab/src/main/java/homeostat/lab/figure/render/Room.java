package homeostat.lab.figure.render;

/**
 * The room that labels need around a plot, in pixels.
 *
 * @param legend where the legend stands
 */
record Room(double left, double top, double right, double bottom, Side legend) {

  /** Places of a legend. */
  enum Side {
    INSIDE,
    ABOVE,
    RIGHT
  }

  Room(double left, double top, double right, double bottom) {
    this(left, top, right, bottom, Side.INSIDE);
  }

  Room withSides(double newLeft, double newRight) {
    return new Room(newLeft, top, newRight, bottom, legend);
  }

  Room withHeights(double newTop, double newBottom) {
    return new Room(left, newTop, right, newBottom, legend);
  }
}
