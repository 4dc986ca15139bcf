package homeostat.lab.figure.render;

/** Which parts of a plot carry ink, on a coarse grid of fractions: where a legend may stand. */
final class Occupancy {
  private static final int COLUMNS = 96;
  private static final int ROWS = 64;
  private static final int ENOUGH = 20_000;
  private final boolean[] taken = new boolean[COLUMNS * ROWS];

  /** Of very many points, every how many-th tells where the ink is. */
  static int stride(int points) {
    return Math.max(1, points / ENOUGH);
  }

  /** Ink at x from one height to another, all as fractions with 0 at the lower left. */
  void span(double x, double from, double to) {
    if (!(x >= 0 && x <= 1) || Double.isNaN(from) || Double.isNaN(to)) {
      return;
    }
    int column = Math.min(COLUMNS - 1, (int) (x * COLUMNS));
    int low = (int) Math.floor(Math.min(from, to) * ROWS);
    int high = (int) Math.floor(Math.max(from, to) * ROWS);
    for (int row = Math.max(0, low); row <= Math.min(ROWS - 1, high); row++) {
      taken[column * ROWS + row] = true;
    }
  }

  /** Ink over a rectangle. */
  void area(double left, double right, double from, double to) {
    int first = Math.max(0, (int) (left * COLUMNS));
    int last = Math.min(COLUMNS - 1, (int) (right * COLUMNS));
    for (int column = first; column <= last; column++) {
      span((column + 0.5) / COLUMNS, from, to);
    }
  }

  /** Ink along a straight line; what is not finite draws nothing. */
  void segment(double x0, double y0, double x1, double y1) {
    double columns = Math.abs(x1 - x0) * COLUMNS;
    if (!(columns < 1e4)) {
      return;
    }
    int steps = 1 + (int) columns;
    for (int i = 0; i < steps; i++) {
      double a = i / (double) steps;
      double b = (i + 1) / (double) steps;
      span(x0 + 0.5 * (a + b) * (x1 - x0), y0 + a * (y1 - y0), y0 + b * (y1 - y0));
    }
  }

  /** Share of a rectangle that carries ink. */
  double within(double left, double right, double bottom, double top) {
    int hits = 0;
    int cells = 0;
    for (int c = (int) (left * COLUMNS); c <= (int) (right * COLUMNS) && c < COLUMNS; c++) {
      for (int r = (int) (bottom * ROWS); r <= (int) (top * ROWS) && r < ROWS; r++) {
        cells++;
        hits += c >= 0 && r >= 0 && taken[c * ROWS + r] ? 1 : 0;
      }
    }
    return cells == 0 ? 1 : hits / (double) cells;
  }
}
