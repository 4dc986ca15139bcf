package homeostat.lab.figure.render;

/** A rectangle on the page in pixels; y grows downwards. */
record Box(double left, double top, double right, double bottom) {

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double centreX() {
    return (left + right) / 2;
  }

  double centreY() {
    return (top + bottom) / 2;
  }

  /** What is left inside the room, on whole pixels, and never empty. */
  Box inside(Room room) {
    double l = Math.rint(left + room.left());
    double t = Math.rint(top + room.top());
    return new Box(
        l,
        t,
        Math.max(l + 8, Math.rint(right - room.right())),
        Math.max(t + 8, Math.rint(bottom - room.bottom())));
  }
}
