package homeostat.kernel.simd;

import jdk.incubator.vector.FloatVector;

/**
 * The inner loop of the float32 matrix product: a tile of {@link #ROWS} x {@link #COLS} sums over k
 * of a[i, k] b[k, j], each sum fused in ascending k, kept in registers. Every sum has a vector
 * variable of its own and no vector crosses a call, which keeps them off the heap.
 */
final class FloatTile {
  static final int ROWS = 8;
  static final int COLS = 2 * FloatLanes.WIDTH;

  /** Sixteen sums fit beside their operands only where there are 32 registers. */
  private static final boolean TALL = FloatLanes.SPECIES.vectorBitSize() >= 512;

  private FloatTile() {}

  /**
   * Sums of one tile.
   *
   * @param rows how many of the rows are wanted, 1 to {@link #ROWS}; the left operand must have 4
   *     readable rows for up to 4, and 8 for more
   * @param cols how many of the columns are wanted, 1 to {@link #COLS}; the right operand must have
   *     readable ones up to the next multiple of the vector length
   * @param a element (i, k) of the left operand is at {@code aAt + i aRow + k aCol}
   * @param b row k of the right operand starts at {@code bAt + k bStep}; its elements are adjacent
   * @param zero is added to the sums in the end: 0, or -0, which leaves the sign of a zero alone
   * @param out receives the sums, row i at {@code outAt + i outStep}, in whole vectors and in 4 or
   *     8 rows
   */
  static void sums(
      int rows,
      int cols,
      float[] a,
      int aAt,
      int aRow,
      int aCol,
      float[] b,
      int bAt,
      int bStep,
      int depth,
      float zero,
      float[] out,
      int outAt,
      int outStep) {
    if (rows > 4 && cols <= FloatLanes.WIDTH) {
      narrow(a, aAt, aRow, aCol, b, bAt, bStep, depth, zero, out, outAt, outStep);
      return;
    }
    if (rows > 4 && TALL) {
      eight(a, aAt, aRow, aCol, b, bAt, bStep, depth, zero, out, outAt, outStep);
      return;
    }
    four(a, aAt, aRow, aCol, b, bAt, bStep, depth, zero, out, outAt, outStep);
    if (rows > 4) {
      int a4 = aAt + 4 * aRow;
      four(a, a4, aRow, aCol, b, bAt, bStep, depth, zero, out, outAt + 4 * outStep, outStep);
    }
  }

  private static void eight(
      float[] a,
      int aAt,
      int aRow,
      int aCol,
      float[] b,
      int bAt,
      int bStep,
      int depth,
      float zero,
      float[] out,
      int outAt,
      int outStep) {
    FloatVector s00 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s01 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s10 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s11 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s20 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s21 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s30 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s31 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s40 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s41 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s50 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s51 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s60 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s61 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s70 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s71 = FloatVector.zero(FloatLanes.SPECIES);
    int row2 = 2 * aRow;
    int row3 = 3 * aRow;
    int row4 = 4 * aRow;
    int row5 = 5 * aRow;
    int row6 = 6 * aRow;
    int row7 = 7 * aRow;
    int left = aAt;
    int right = bAt;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FloatLanes.SPECIES, b, right);
      FloatVector b1 = FloatVector.fromArray(FloatLanes.SPECIES, b, right + FloatLanes.WIDTH);
      FloatVector x0 = FloatVector.broadcast(FloatLanes.SPECIES, a[left]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + aRow]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row2]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row3]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      FloatVector x4 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row4]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      FloatVector x5 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row5]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
      FloatVector x6 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row6]);
      s60 = x6.fma(b0, s60);
      s61 = x6.fma(b1, s61);
      FloatVector x7 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row7]);
      s70 = x7.fma(b0, s70);
      s71 = x7.fma(b1, s71);
      left += aCol;
      right += bStep;
    }
    int at = outAt;
    s00.add(zero).intoArray(out, at);
    s01.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s10.add(zero).intoArray(out, at);
    s11.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s20.add(zero).intoArray(out, at);
    s21.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s30.add(zero).intoArray(out, at);
    s31.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s40.add(zero).intoArray(out, at);
    s41.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s50.add(zero).intoArray(out, at);
    s51.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s60.add(zero).intoArray(out, at);
    s61.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s70.add(zero).intoArray(out, at);
    s71.add(zero).intoArray(out, at + FloatLanes.WIDTH);
  }

  private static void four(
      float[] a,
      int aAt,
      int aRow,
      int aCol,
      float[] b,
      int bAt,
      int bStep,
      int depth,
      float zero,
      float[] out,
      int outAt,
      int outStep) {
    FloatVector s00 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s01 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s10 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s11 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s20 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s21 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s30 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s31 = FloatVector.zero(FloatLanes.SPECIES);
    int row2 = 2 * aRow;
    int row3 = 3 * aRow;
    int left = aAt;
    int right = bAt;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FloatLanes.SPECIES, b, right);
      FloatVector b1 = FloatVector.fromArray(FloatLanes.SPECIES, b, right + FloatLanes.WIDTH);
      FloatVector x0 = FloatVector.broadcast(FloatLanes.SPECIES, a[left]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + aRow]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row2]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row3]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      left += aCol;
      right += bStep;
    }
    int at = outAt;
    s00.add(zero).intoArray(out, at);
    s01.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s10.add(zero).intoArray(out, at);
    s11.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s20.add(zero).intoArray(out, at);
    s21.add(zero).intoArray(out, at + FloatLanes.WIDTH);
    at += outStep;
    s30.add(zero).intoArray(out, at);
    s31.add(zero).intoArray(out, at + FloatLanes.WIDTH);
  }

  /** Eight rows, one vector of columns. */
  private static void narrow(
      float[] a,
      int aAt,
      int aRow,
      int aCol,
      float[] b,
      int bAt,
      int bStep,
      int depth,
      float zero,
      float[] out,
      int outAt,
      int outStep) {
    FloatVector s00 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s10 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s20 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s30 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s40 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s50 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s60 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s70 = FloatVector.zero(FloatLanes.SPECIES);
    int row2 = 2 * aRow;
    int row3 = 3 * aRow;
    int row4 = 4 * aRow;
    int row5 = 5 * aRow;
    int row6 = 6 * aRow;
    int row7 = 7 * aRow;
    int left = aAt;
    int right = bAt;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FloatLanes.SPECIES, b, right);
      FloatVector x0 = FloatVector.broadcast(FloatLanes.SPECIES, a[left]);
      s00 = x0.fma(b0, s00);
      FloatVector x1 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + aRow]);
      s10 = x1.fma(b0, s10);
      FloatVector x2 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row2]);
      s20 = x2.fma(b0, s20);
      FloatVector x3 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row3]);
      s30 = x3.fma(b0, s30);
      FloatVector x4 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row4]);
      s40 = x4.fma(b0, s40);
      FloatVector x5 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row5]);
      s50 = x5.fma(b0, s50);
      FloatVector x6 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row6]);
      s60 = x6.fma(b0, s60);
      FloatVector x7 = FloatVector.broadcast(FloatLanes.SPECIES, a[left + row7]);
      s70 = x7.fma(b0, s70);
      left += aCol;
      right += bStep;
    }
    int at = outAt;
    s00.add(zero).intoArray(out, at);
    at += outStep;
    s10.add(zero).intoArray(out, at);
    at += outStep;
    s20.add(zero).intoArray(out, at);
    at += outStep;
    s30.add(zero).intoArray(out, at);
    at += outStep;
    s40.add(zero).intoArray(out, at);
    at += outStep;
    s50.add(zero).intoArray(out, at);
    at += outStep;
    s60.add(zero).intoArray(out, at);
    at += outStep;
    s70.add(zero).intoArray(out, at);
  }
}
