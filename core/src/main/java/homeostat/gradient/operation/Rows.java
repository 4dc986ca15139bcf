package homeostat.gradient.operation;

import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Elementwise;

/** One row against all rows of a matrix. */
final class Rows {
  private Rows() {}

  /** Every row of {@code to} becomes the row {@code from}. */
  static void fill(float[] from, float[] to) {
    fill(from, to, 0, to.length);
  }

  /** Every row of the {@code length} elements from {@code start} becomes the row {@code from}. */
  static void fill(float[] from, float[] to, int start, int length) {
    for (int at = start; at < start + length; at += from.length) {
      System.arraycopy(from, 0, to, at, from.length);
    }
  }

  /** Adds the sum of {@code rows} rows of {@code from}, in ascending order, to the adjoint. */
  static void addSum(Recording recording, float[] from, int rows, Var to) {
    if (to.trains()) {
      Elementwise kernel = recording.kernels().elementwise();
      float[] sum = to.adjoint();
      for (int row = 0; row < rows; row++) {
        kernel.add(from, row * sum.length, sum, 0, sum.length);
      }
    }
  }
}
