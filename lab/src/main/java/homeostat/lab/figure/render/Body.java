package homeostat.lab.figure.render;

/** What a chart shows between its axes. */
interface Body {
  void draw(Pen pen, Box in, Ruler x, Ruler y);

  /** Tells where it leaves ink, as fractions of the plot. */
  default void occupy(Occupancy ink, Ruler x, Ruler y) {}
}
