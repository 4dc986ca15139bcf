package homeostat.kernel;

/**
 * A float64 matrix as a view of part of an array. Element (i, j) is {@code data[offset + i stride +
 * j]}, or {@code data[offset + j stride + i]} where the view is transposed.
 *
 * @param data shared, not copied
 * @param offset where element (0, 0) is
 * @param rows rows of the view
 * @param cols columns of the view
 * @param stride elements from one stored row to the next
 * @param transposed whether the view exchanges rows and columns of what is stored
 */
public record DoubleMatrix(
    double[] data, int offset, int rows, int cols, int stride, boolean transposed) {

  /** Checks that the view lies in the array; a violation is a bug of the caller. */
  public DoubleMatrix {
    int storedRows = transposed ? cols : rows;
    int storedCols = transposed ? rows : cols;
    if (rows < 0 || cols < 0 || offset < 0 || stride < storedCols) {
      throw new IllegalArgumentException(
          "a view of " + rows + " x " + cols + " at " + offset + " with stride " + stride);
    }
    if (storedRows > 0
        && storedCols > 0
        && offset + (storedRows - 1L) * stride + storedCols > data.length) {
      throw new IllegalArgumentException(
          "a view of %d stored rows of %d with stride %d from %d leaves an array of %d"
              .formatted(storedRows, storedCols, stride, offset, data.length));
    }
  }

  /** The whole of a row-major array. */
  public static DoubleMatrix of(double[] data, int rows, int cols) {
    return new DoubleMatrix(data, 0, rows, cols, cols, false);
  }

  /** The same data with rows and columns exchanged. */
  public DoubleMatrix transpose() {
    return new DoubleMatrix(data, offset, cols, rows, stride, !transposed);
  }

  /** The block of {@code rows} x {@code cols} whose first element is (i, j). */
  public DoubleMatrix block(int i, int j, int rows, int cols) {
    if (i < 0 || j < 0 || i + rows > this.rows || j + cols > this.cols) {
      throw new IllegalArgumentException(
          "block %d x %d at (%d, %d) of a %d x %d matrix"
              .formatted(rows, cols, i, j, this.rows, this.cols));
    }
    return new DoubleMatrix(data, index(i, j), rows, cols, stride, transposed);
  }

  /** Where element (i, j) is in {@link #data}. */
  public int index(int i, int j) {
    return transposed ? offset + j * stride + i : offset + i * stride + j;
  }

  /** Elements from (i, j) to (i + 1, j). */
  public int rowStep() {
    return transposed ? 1 : stride;
  }

  /** Elements from (i, j) to (i, j + 1). */
  public int colStep() {
    return transposed ? stride : 1;
  }
}
