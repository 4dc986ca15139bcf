package homeostat.disinhibition.circuit;

/**
 * The right-hand side of a network's differential equations for several samples at once, in three
 * parts: of all rows, so that products are those of matrices, and of single rows, so that what goes
 * before and after them can be done while a row is in the cache. The state is [row][variable], as
 * {@link StateRow} has it. For one thread at a time.
 */
public interface BatchField {

  /** Variables of a row. */
  int width();

  /**
   * What a row needs before the products: rates and control.
   *
   * @param sample of the row
   * @param state not changed
   * @param slope receives parts of dx/dt
   */
  void before(int sample, int row, float[] state, float[] slope);

  /** The products of the rows from {@code from} on, after {@link #before} of each. */
  void products(int from, int rows, float[] slope);

  /** Completes dx/dt of a row, in units per second. */
  void after(int row, float[] state, float[] slope);

  /**
   * Evaluates dx/dt, in units per second, for the rows from {@code from} on.
   *
   * @param samples the sample of each row
   * @param rows how many
   * @param state not changed
   * @param slope receives dx/dt, in the same places
   */
  default void slope(int[] samples, int from, int rows, float[] state, float[] slope) {
    for (int i = from; i < from + rows; i++) {
      before(samples[i], i, state, slope);
    }
    products(from, rows, slope);
    for (int i = from; i < from + rows; i++) {
      after(i, state, slope);
    }
  }
}
