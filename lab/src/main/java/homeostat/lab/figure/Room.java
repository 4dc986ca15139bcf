package homeostat.lab.figure;

/**
 * The room that labels need around a plot, in pixels.
 *
 * @param legendRight whether the legend stands right of the plot, in {@code right}
 */
record Room(double left, double top, double right, double bottom, boolean legendRight) {

  Room withSides(double newLeft, double newRight) {
    return new Room(newLeft, top, newRight, bottom, legendRight);
  }

  Room withHeights(double newTop, double newBottom) {
    return new Room(left, newTop, right, newBottom, legendRight);
  }
}
