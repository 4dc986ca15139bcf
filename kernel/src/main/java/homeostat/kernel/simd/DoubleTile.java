package homeostat.kernel.simd;

import jdk.incubator.vector.DoubleVector;

/**
 * The inner loop of the float64 matrix product: a tile of {@link #ROWS} x {@link #COLS} sums over k
 * of a[i, k] b[k, j], each sum fused in ascending k, kept in registers. Every sum has a vector
 * variable of its own and no vector crosses a call, which keeps them off the heap.
 */
final class DoubleTile {
  static final int ROWS = 8;
  static final int COLS = 2 * DoubleLanes.WIDTH;

  /** Sixteen sums fit beside their operands only where there are 32 registers. */
  private static final boolean TALL = DoubleLanes.SPECIES.vectorBitSize() >= 512;

  private DoubleTile() {}

  /**
   * Sums of one tile.
   *
   * @param a element (i, k) of the left operand is at {@code aAt + i aRow + k aCol}
   * @param b row k of the right operand starts at {@code bAt + k bStep}; its elements are adjacent
   * @param rows how many of the rows are wanted, 1 to {@link #ROWS}; the left operand must have 4
   *     readable rows for up to 4, and 8 for more
   * @param cols how many of the columns are wanted, 1 to {@link #COLS}; the right operand must have
   *     readable ones up to the next multiple of the vector length
   * @param out [ROWS][COLS] receives the sums, in whole vectors
   */
  static void sums(
      int rows,
      int cols,
      double[] a,
      int aAt,
      int aRow,
      int aCol,
      double[] b,
      int bAt,
      int bStep,
      int depth,
      double[] out,
      int outAt) {
    if (rows > 4 && cols <= DoubleLanes.WIDTH) {
      narrow(a, aAt, aRow, aCol, b, bAt, bStep, depth, out, outAt);
      return;
    }
    if (rows > 4 && TALL) {
      eight(a, aAt, aRow, aCol, b, bAt, bStep, depth, out, outAt);
      return;
    }
    four(a, aAt, aRow, aCol, b, bAt, bStep, depth, out, outAt);
    if (rows > 4) {
      four(a, aAt + 4 * aRow, aRow, aCol, b, bAt, bStep, depth, out, outAt + 4 * COLS);
    }
  }

  private static void eight(
      double[] a,
      int aAt,
      int aRow,
      int aCol,
      double[] b,
      int bAt,
      int bStep,
      int depth,
      double[] out,
      int outAt) {
    DoubleVector s00 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s01 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s10 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s11 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s20 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s21 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s30 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s31 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s40 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s41 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s50 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s51 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s60 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s61 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s70 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s71 = DoubleVector.zero(DoubleLanes.SPECIES);
    int row2 = 2 * aRow;
    int row3 = 3 * aRow;
    int row4 = 4 * aRow;
    int row5 = 5 * aRow;
    int row6 = 6 * aRow;
    int row7 = 7 * aRow;
    int left = aAt;
    int right = bAt;
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(DoubleLanes.SPECIES, b, right);
      DoubleVector b1 = DoubleVector.fromArray(DoubleLanes.SPECIES, b, right + DoubleLanes.WIDTH);
      DoubleVector x0 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      DoubleVector x1 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + aRow]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      DoubleVector x2 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + row2]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      DoubleVector x3 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + row3]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      DoubleVector x4 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + row4]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      DoubleVector x5 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + row5]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
      DoubleVector x6 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + row6]);
      s60 = x6.fma(b0, s60);
      s61 = x6.fma(b1, s61);
      DoubleVector x7 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + row7]);
      s70 = x7.fma(b0, s70);
      s71 = x7.fma(b1, s71);
      left += aCol;
      right += bStep;
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + DoubleLanes.WIDTH);
    s10.intoArray(out, outAt + 2 * DoubleLanes.WIDTH);
    s11.intoArray(out, outAt + 3 * DoubleLanes.WIDTH);
    s20.intoArray(out, outAt + 4 * DoubleLanes.WIDTH);
    s21.intoArray(out, outAt + 5 * DoubleLanes.WIDTH);
    s30.intoArray(out, outAt + 6 * DoubleLanes.WIDTH);
    s31.intoArray(out, outAt + 7 * DoubleLanes.WIDTH);
    s40.intoArray(out, outAt + 8 * DoubleLanes.WIDTH);
    s41.intoArray(out, outAt + 9 * DoubleLanes.WIDTH);
    s50.intoArray(out, outAt + 10 * DoubleLanes.WIDTH);
    s51.intoArray(out, outAt + 11 * DoubleLanes.WIDTH);
    s60.intoArray(out, outAt + 12 * DoubleLanes.WIDTH);
    s61.intoArray(out, outAt + 13 * DoubleLanes.WIDTH);
    s70.intoArray(out, outAt + 14 * DoubleLanes.WIDTH);
    s71.intoArray(out, outAt + 15 * DoubleLanes.WIDTH);
  }

  private static void four(
      double[] a,
      int aAt,
      int aRow,
      int aCol,
      double[] b,
      int bAt,
      int bStep,
      int depth,
      double[] out,
      int outAt) {
    DoubleVector s00 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s01 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s10 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s11 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s20 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s21 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s30 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s31 = DoubleVector.zero(DoubleLanes.SPECIES);
    int row2 = 2 * aRow;
    int row3 = 3 * aRow;
    int left = aAt;
    int right = bAt;
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(DoubleLanes.SPECIES, b, right);
      DoubleVector b1 = DoubleVector.fromArray(DoubleLanes.SPECIES, b, right + DoubleLanes.WIDTH);
      DoubleVector x0 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      DoubleVector x1 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + aRow]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      DoubleVector x2 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + row2]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      DoubleVector x3 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[left + row3]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      left += aCol;
      right += bStep;
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + DoubleLanes.WIDTH);
    s10.intoArray(out, outAt + 2 * DoubleLanes.WIDTH);
    s11.intoArray(out, outAt + 3 * DoubleLanes.WIDTH);
    s20.intoArray(out, outAt + 4 * DoubleLanes.WIDTH);
    s21.intoArray(out, outAt + 5 * DoubleLanes.WIDTH);
    s30.intoArray(out, outAt + 6 * DoubleLanes.WIDTH);
    s31.intoArray(out, outAt + 7 * DoubleLanes.WIDTH);
  }

  /** Eight rows, one vector of columns. */
  private static void narrow(
      double[] a,
      int aAt,
      int aRow,
      int aCol,
      double[] b,
      int bAt,
      int bStep,
      int depth,
      double[] out,
      int outAt) {
    DoubleVector s0 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s1 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s2 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s3 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s4 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s5 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s6 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s7 = DoubleVector.zero(DoubleLanes.SPECIES);
    int left = aAt;
    int right = bAt;
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(DoubleLanes.SPECIES, b, right);
      int at = left;
      s0 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[at]).fma(b0, s0);
      at += aRow;
      s1 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[at]).fma(b0, s1);
      at += aRow;
      s2 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[at]).fma(b0, s2);
      at += aRow;
      s3 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[at]).fma(b0, s3);
      at += aRow;
      s4 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[at]).fma(b0, s4);
      at += aRow;
      s5 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[at]).fma(b0, s5);
      at += aRow;
      s6 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[at]).fma(b0, s6);
      at += aRow;
      s7 = DoubleVector.broadcast(DoubleLanes.SPECIES, a[at]).fma(b0, s7);
      left += aCol;
      right += bStep;
    }
    int to = outAt;
    s0.intoArray(out, to);
    to += COLS;
    s1.intoArray(out, to);
    to += COLS;
    s2.intoArray(out, to);
    to += COLS;
    s3.intoArray(out, to);
    to += COLS;
    s4.intoArray(out, to);
    to += COLS;
    s5.intoArray(out, to);
    to += COLS;
    s6.intoArray(out, to);
    to += COLS;
    s7.intoArray(out, to);
  }
}
