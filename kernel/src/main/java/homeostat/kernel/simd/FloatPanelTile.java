package homeostat.kernel.simd;

import jdk.incubator.vector.FloatVector;

/**
 * A whole tile of the float32 matrix product over a packed panel, sums and merge in one: 8 rows of
 * two vectors, which takes the 32 registers of 512-bit vectors. That the rows of the panel are
 * adjacent is known to the compiler, and that no sum goes through memory before it is merged: a
 * sixth of the time of {@link FloatTile}'s general loop.
 */
final class FloatPanelTile {
  /** Sixteen sums fit beside their operands only where there are 32 registers. */
  static final boolean USABLE = FloatLanes.SPECIES.vectorBitSize() >= 512;

  private static final int COLS = 2 * FloatLanes.WIDTH;

  private FloatPanelTile() {}

  /**
   * c <- alpha sums + kept, where kept is scale c, or {@code empty} where scale is 0, and then c is
   * not read.
   *
   * @param a element (i, k) of the left operand is at {@code aAt + i aRow + k aCol}; 8 rows
   * @param b the panel, [depth][COLS]
   * @param c row i of the tile is at {@code cAt + i cStep}
   */
  static void merge(
      float[] a,
      int aAt,
      int aRow,
      int aCol,
      float[] b,
      int bAt,
      int depth,
      float alpha,
      float scale,
      float empty,
      float[] c,
      int cAt,
      int cStep) {
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
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FloatLanes.SPECIES, b, bAt + COLS * k);
      FloatVector b1 =
          FloatVector.fromArray(FloatLanes.SPECIES, b, bAt + COLS * k + FloatLanes.WIDTH);
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
    }
    FloatVector factor = FloatVector.broadcast(FloatLanes.SPECIES, alpha);
    int at = cAt;
    if (scale == 0) {
      FloatVector kept = FloatVector.broadcast(FloatLanes.SPECIES, empty);
      s00.fma(factor, kept).intoArray(c, at);
      s01.fma(factor, kept).intoArray(c, at + FloatLanes.WIDTH);
      at += cStep;
      s10.fma(factor, kept).intoArray(c, at);
      s11.fma(factor, kept).intoArray(c, at + FloatLanes.WIDTH);
      at += cStep;
      s20.fma(factor, kept).intoArray(c, at);
      s21.fma(factor, kept).intoArray(c, at + FloatLanes.WIDTH);
      at += cStep;
      s30.fma(factor, kept).intoArray(c, at);
      s31.fma(factor, kept).intoArray(c, at + FloatLanes.WIDTH);
      at += cStep;
      s40.fma(factor, kept).intoArray(c, at);
      s41.fma(factor, kept).intoArray(c, at + FloatLanes.WIDTH);
      at += cStep;
      s50.fma(factor, kept).intoArray(c, at);
      s51.fma(factor, kept).intoArray(c, at + FloatLanes.WIDTH);
      at += cStep;
      s60.fma(factor, kept).intoArray(c, at);
      s61.fma(factor, kept).intoArray(c, at + FloatLanes.WIDTH);
      at += cStep;
      s70.fma(factor, kept).intoArray(c, at);
      s71.fma(factor, kept).intoArray(c, at + FloatLanes.WIDTH);
      return;
    }
    s00.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s01.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at + FloatLanes.WIDTH).mul(scale))
        .intoArray(c, at + FloatLanes.WIDTH);
    at += cStep;
    s10.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s11.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at + FloatLanes.WIDTH).mul(scale))
        .intoArray(c, at + FloatLanes.WIDTH);
    at += cStep;
    s20.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s21.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at + FloatLanes.WIDTH).mul(scale))
        .intoArray(c, at + FloatLanes.WIDTH);
    at += cStep;
    s30.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s31.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at + FloatLanes.WIDTH).mul(scale))
        .intoArray(c, at + FloatLanes.WIDTH);
    at += cStep;
    s40.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s41.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at + FloatLanes.WIDTH).mul(scale))
        .intoArray(c, at + FloatLanes.WIDTH);
    at += cStep;
    s50.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s51.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at + FloatLanes.WIDTH).mul(scale))
        .intoArray(c, at + FloatLanes.WIDTH);
    at += cStep;
    s60.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s61.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at + FloatLanes.WIDTH).mul(scale))
        .intoArray(c, at + FloatLanes.WIDTH);
    at += cStep;
    s70.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s71.fma(factor, FloatVector.fromArray(FloatLanes.SPECIES, c, at + FloatLanes.WIDTH).mul(scale))
        .intoArray(c, at + FloatLanes.WIDTH);
  }
}
