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
   * @param a row i of the left operand starts at {@code aAt + i aStep}; its elements are adjacent
   * @param b row k of the right operand starts at {@code bAt + k bStep}; its elements are adjacent
   * @param rows how many of the rows are wanted, 1 to {@link #ROWS}; the left operand must have 4
   *     readable rows for up to 4, and 8 for more
   * @param out [ROWS][COLS] receives the sums
   */
  static void sums(
      int rows,
      float[] a,
      int aAt,
      int aStep,
      float[] b,
      int bAt,
      int bStep,
      int depth,
      float[] out,
      int outAt) {
    if (rows > 4 && TALL) {
      eight(a, aAt, aStep, b, bAt, bStep, depth, out, outAt);
      return;
    }
    four(a, aAt, aStep, b, bAt, bStep, depth, out, outAt);
    if (rows > 4) {
      four(a, aAt + 4 * aStep, aStep, b, bAt, bStep, depth, out, outAt + 4 * COLS);
    }
  }

  private static void eight(
      float[] a,
      int aAt,
      int aStep,
      float[] b,
      int bAt,
      int bStep,
      int depth,
      float[] out,
      int outAt) {
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
    int a0 = aAt;
    int a1 = aAt + aStep;
    int a2 = aAt + 2 * aStep;
    int a3 = aAt + 3 * aStep;
    int a4 = aAt + 4 * aStep;
    int a5 = aAt + 5 * aStep;
    int a6 = aAt + 6 * aStep;
    int a7 = aAt + 7 * aStep;
    int row = bAt;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FloatLanes.SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(FloatLanes.SPECIES, b, row + FloatLanes.WIDTH);
      row += bStep;
      FloatVector x0 = FloatVector.broadcast(FloatLanes.SPECIES, a[a0 + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(FloatLanes.SPECIES, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(FloatLanes.SPECIES, a[a2 + k]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(FloatLanes.SPECIES, a[a3 + k]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      FloatVector x4 = FloatVector.broadcast(FloatLanes.SPECIES, a[a4 + k]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      FloatVector x5 = FloatVector.broadcast(FloatLanes.SPECIES, a[a5 + k]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
      FloatVector x6 = FloatVector.broadcast(FloatLanes.SPECIES, a[a6 + k]);
      s60 = x6.fma(b0, s60);
      s61 = x6.fma(b1, s61);
      FloatVector x7 = FloatVector.broadcast(FloatLanes.SPECIES, a[a7 + k]);
      s70 = x7.fma(b0, s70);
      s71 = x7.fma(b1, s71);
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + FloatLanes.WIDTH);
    s10.intoArray(out, outAt + 2 * FloatLanes.WIDTH);
    s11.intoArray(out, outAt + 3 * FloatLanes.WIDTH);
    s20.intoArray(out, outAt + 4 * FloatLanes.WIDTH);
    s21.intoArray(out, outAt + 5 * FloatLanes.WIDTH);
    s30.intoArray(out, outAt + 6 * FloatLanes.WIDTH);
    s31.intoArray(out, outAt + 7 * FloatLanes.WIDTH);
    s40.intoArray(out, outAt + 8 * FloatLanes.WIDTH);
    s41.intoArray(out, outAt + 9 * FloatLanes.WIDTH);
    s50.intoArray(out, outAt + 10 * FloatLanes.WIDTH);
    s51.intoArray(out, outAt + 11 * FloatLanes.WIDTH);
    s60.intoArray(out, outAt + 12 * FloatLanes.WIDTH);
    s61.intoArray(out, outAt + 13 * FloatLanes.WIDTH);
    s70.intoArray(out, outAt + 14 * FloatLanes.WIDTH);
    s71.intoArray(out, outAt + 15 * FloatLanes.WIDTH);
  }

  private static void four(
      float[] a,
      int aAt,
      int aStep,
      float[] b,
      int bAt,
      int bStep,
      int depth,
      float[] out,
      int outAt) {
    FloatVector s00 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s01 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s10 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s11 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s20 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s21 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s30 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s31 = FloatVector.zero(FloatLanes.SPECIES);
    int a0 = aAt;
    int a1 = aAt + aStep;
    int a2 = aAt + 2 * aStep;
    int a3 = aAt + 3 * aStep;
    int row = bAt;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FloatLanes.SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(FloatLanes.SPECIES, b, row + FloatLanes.WIDTH);
      row += bStep;
      FloatVector x0 = FloatVector.broadcast(FloatLanes.SPECIES, a[a0 + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(FloatLanes.SPECIES, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(FloatLanes.SPECIES, a[a2 + k]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(FloatLanes.SPECIES, a[a3 + k]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + FloatLanes.WIDTH);
    s10.intoArray(out, outAt + 2 * FloatLanes.WIDTH);
    s11.intoArray(out, outAt + 3 * FloatLanes.WIDTH);
    s20.intoArray(out, outAt + 4 * FloatLanes.WIDTH);
    s21.intoArray(out, outAt + 5 * FloatLanes.WIDTH);
    s30.intoArray(out, outAt + 6 * FloatLanes.WIDTH);
    s31.intoArray(out, outAt + 7 * FloatLanes.WIDTH);
  }
}
