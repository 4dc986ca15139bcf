package homeostat.kernel;

/**
 * Products of dense matrices and vectors, in float32 and float64.
 *
 * <p>{@code gemm}: the products over k are fused one after the other, in ascending order and from
 * 0, within blocks of {@link #DEPTH}; the blocks are added in ascending order. With S_0, S_1, ...
 * the sums of the blocks,
 *
 * <pre>
 *   C <- fma(alpha, S_0, beta C);  C <- fma(alpha, S_1, C);  ...
 * </pre>
 *
 * <p>Tiles, packing and threads do not change this order, hence not the bits. Where beta is 0, C is
 * written without being read.
 *
 * <p>{@code gemv}: {@code y <- fma(alpha, s, beta y)}, where s of a matrix that is not transposed
 * is a sum in {@link Lanes}, and s of a transposed one is fused in ascending order.
 */
public interface Dense {
  /** Length of a block of k. */
  int DEPTH = 512;

  /** C <- alpha A B + beta C; C must not be transposed nor overlap A or B. */
  void gemm(
      float alpha, FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c, Workspace workspace);

  /** C <- alpha A B + beta C; C must not be transposed nor overlap A or B. */
  void gemm(
      double alpha,
      DoubleMatrix a,
      DoubleMatrix b,
      double beta,
      DoubleMatrix c,
      Workspace workspace);

  /**
   * Room for a right operand of this shape; its content is not yet one.
   *
   * @throws ArithmeticException where it would be too large for an array
   */
  FloatPanels panels(int rows, int cols);

  /**
   * Lays a right operand out for products with many left ones.
   *
   * @param into from {@link #panels} of the same kernels, for the shape of b
   */
  void prepare(FloatMatrix b, FloatPanels into, Workspace workspace);

  /**
   * C <- alpha A B + beta C, the same bits as with the operand that B was laid out from; C must not
   * be transposed nor overlap A. Several threads may multiply by B at a time.
   */
  void gemm(
      float alpha, FloatMatrix a, FloatPanels b, float beta, FloatMatrix c, Workspace workspace);

  /** y <- alpha A x + beta y, with x of A's columns from xAt and y of A's rows from yAt. */
  void gemv(float alpha, FloatMatrix a, float[] x, int xAt, float beta, float[] y, int yAt);

  /** y <- alpha A x + beta y, with x of A's columns from xAt and y of A's rows from yAt. */
  void gemv(double alpha, DoubleMatrix a, double[] x, int xAt, double beta, double[] y, int yAt);

  /** {@code gemm} in parallel over panels of rows; the same bits for any number of threads. */
  default void gemm(
      float alpha,
      FloatMatrix a,
      FloatMatrix b,
      float beta,
      FloatMatrix c,
      Workspace workspace,
      Parallel parallel) {
    int panel = panelRows(c.rows());
    int tasks = (c.rows() + panel - 1) / panel;
    var parts = workspace.parts(tasks);
    parallel.forEach(
        tasks,
        task -> {
          int top = task * panel;
          int rows = Math.min(panel, c.rows() - top);
          FloatMatrix left = a.block(top, 0, rows, a.cols());
          gemm(alpha, left, b, beta, c.block(top, 0, rows, c.cols()), parts.get(task));
        });
  }

  /** {@code gemm} in parallel over panels of rows; the same bits for any number of threads. */
  default void gemm(
      double alpha,
      DoubleMatrix a,
      DoubleMatrix b,
      double beta,
      DoubleMatrix c,
      Workspace workspace,
      Parallel parallel) {
    int panel = panelRows(c.rows());
    int tasks = (c.rows() + panel - 1) / panel;
    var parts = workspace.parts(tasks);
    parallel.forEach(
        tasks,
        task -> {
          int top = task * panel;
          int rows = Math.min(panel, c.rows() - top);
          DoubleMatrix left = a.block(top, 0, rows, a.cols());
          gemm(alpha, left, b, beta, c.block(top, 0, rows, c.cols()), parts.get(task));
        });
  }

  /** Rows of a task: a multiple of 128, and at most 16 tasks. */
  private static int panelRows(int rows) {
    return 128 * Math.max(1, (rows + 2047) / 2048);
  }

  /** Checks that a right operand fits its panels; a violation is a bug of the caller. */
  static void checkPanels(FloatMatrix b, FloatPanels into) {
    if (b.rows() != into.rows() || b.cols() != into.cols()) {
      throw new IllegalArgumentException(
          "[%d][%d] into panels of [%d][%d]"
              .formatted(b.rows(), b.cols(), into.rows(), into.cols()));
    }
  }

  /** Checks the shapes of C <- A B; a violation is a bug of the caller. */
  static void checkShapes(
      int aRows, int aCols, int bRows, int bCols, int cRows, int cCols, boolean cTransposed) {
    if (aCols != bRows || aRows != cRows || bCols != cCols || cTransposed) {
      throw new IllegalArgumentException(
          "[%d][%d] times [%d][%d] into [%d][%d]%s"
              .formatted(
                  aRows,
                  aCols,
                  bRows,
                  bCols,
                  cRows,
                  cCols,
                  cTransposed ? ", which is transposed" : ""));
    }
  }
}
