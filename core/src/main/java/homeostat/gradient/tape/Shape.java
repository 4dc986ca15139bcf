package homeostat.gradient.tape;

/**
 * Shape of what stands on a tape: [rows][columns], row-major. A batch has an example a row; a
 * sequence has [time][batch] rows.
 *
 * @param rows at least 1
 * @param cols at least 1
 */
public record Shape(int rows, int cols) {
  /** Of a single number. */
  public static final Shape SCALAR = new Shape(1, 1);

  public Shape {
    if (rows < 1 || cols < 1 || (long) rows * cols > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("[" + rows + "][" + cols + "] is not the shape of a Var");
    }
  }

  /** Number of elements. */
  public int size() {
    return rows * cols;
  }

  @Override
  public String toString() {
    return "[" + rows + "][" + cols + "]";
  }
}
