package homeostat.lyapunov.arithmetic;

/**
 * A matrix as a part of an array of some precision.
 *
 * @param data shared, not copied
 * @param offset where element (0, 0) is
 * @param rows rows of the view
 * @param cols columns of the view
 * @param stride elements from one stored row to the next
 * @param transposed whether the view exchanges rows and columns of what is stored
 * @param <A> {@code double[]} or {@code float[]}
 */
public record View<A>(A data, int offset, int rows, int cols, int stride, boolean transposed) {
  /** The whole of a row-major array. */
  public static <A> View<A> of(A data, int rows, int cols) {
    return new View<>(data, 0, rows, cols, cols, false);
  }

  public View<A> transpose() {
    return new View<>(data, offset, cols, rows, stride, !transposed);
  }

  /** A part of a view that is not transposed. */
  public View<A> block(int i, int j, int blockRows, int blockCols) {
    return new View<>(data, offset + i * stride + j, blockRows, blockCols, stride, transposed);
  }
}
