package homeostat.kernel.simd;

import jdk.incubator.vector.DoubleVector;

/**
 * A whole tile of the float64 matrix product over a packed panel, sums and merge in one: 8 rows of
 * two vectors, which takes the 32 registers of 512-bit vectors. That the rows of the panel are
 * adjacent is known to the compiler, and that no sum goes through memory before it is merged: a
 * sixth of the time of {@link DoubleTile}'s general loop.
 */
final class DoublePanelTile {
  /** Sixteen sums fit beside their operands only where there are 32 registers. */
  static final boolean USABLE = DoubleLanes.SPECIES.vectorBitSize() >= 512;

  private static final int COLS = 2 * DoubleLanes.WIDTH;

  private DoublePanelTile() {}

  /**
   * c <- alpha sums + scale c; where scale is 0, c is not read.
   *
   * @param a element (i, k) of the left operand is at {@code aAt + i aRow + k aCol}; 8 rows
   * @param b the panel, [depth][COLS]
   * @param c row i of the tile is at {@code cAt + i cStep}
   */
  static void merge(
      double[] a,
      int aAt,
      int aRow,
      int aCol,
      double[] b,
      int bAt,
      int depth,
      double alpha,
      double scale,
      double[] c,
      int cAt,
      int cStep) {
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
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(DoubleLanes.SPECIES, b, bAt + COLS * k);
      DoubleVector b1 =
          DoubleVector.fromArray(DoubleLanes.SPECIES, b, bAt + COLS * k + DoubleLanes.WIDTH);
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
    }
    DoubleVector factor = DoubleVector.broadcast(DoubleLanes.SPECIES, alpha);
    int at = cAt;
    if (scale == 0) {
      DoubleVector kept = DoubleVector.zero(DoubleLanes.SPECIES);
      s00.fma(factor, kept).intoArray(c, at);
      s01.fma(factor, kept).intoArray(c, at + DoubleLanes.WIDTH);
      at += cStep;
      s10.fma(factor, kept).intoArray(c, at);
      s11.fma(factor, kept).intoArray(c, at + DoubleLanes.WIDTH);
      at += cStep;
      s20.fma(factor, kept).intoArray(c, at);
      s21.fma(factor, kept).intoArray(c, at + DoubleLanes.WIDTH);
      at += cStep;
      s30.fma(factor, kept).intoArray(c, at);
      s31.fma(factor, kept).intoArray(c, at + DoubleLanes.WIDTH);
      at += cStep;
      s40.fma(factor, kept).intoArray(c, at);
      s41.fma(factor, kept).intoArray(c, at + DoubleLanes.WIDTH);
      at += cStep;
      s50.fma(factor, kept).intoArray(c, at);
      s51.fma(factor, kept).intoArray(c, at + DoubleLanes.WIDTH);
      at += cStep;
      s60.fma(factor, kept).intoArray(c, at);
      s61.fma(factor, kept).intoArray(c, at + DoubleLanes.WIDTH);
      at += cStep;
      s70.fma(factor, kept).intoArray(c, at);
      s71.fma(factor, kept).intoArray(c, at + DoubleLanes.WIDTH);
      return;
    }
    s00.fma(factor, DoubleVector.fromArray(DoubleLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s01.fma(
            factor,
            DoubleVector.fromArray(DoubleLanes.SPECIES, c, at + DoubleLanes.WIDTH).mul(scale))
        .intoArray(c, at + DoubleLanes.WIDTH);
    at += cStep;
    s10.fma(factor, DoubleVector.fromArray(DoubleLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s11.fma(
            factor,
            DoubleVector.fromArray(DoubleLanes.SPECIES, c, at + DoubleLanes.WIDTH).mul(scale))
        .intoArray(c, at + DoubleLanes.WIDTH);
    at += cStep;
    s20.fma(factor, DoubleVector.fromArray(DoubleLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s21.fma(
            factor,
            DoubleVector.fromArray(DoubleLanes.SPECIES, c, at + DoubleLanes.WIDTH).mul(scale))
        .intoArray(c, at + DoubleLanes.WIDTH);
    at += cStep;
    s30.fma(factor, DoubleVector.fromArray(DoubleLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s31.fma(
            factor,
            DoubleVector.fromArray(DoubleLanes.SPECIES, c, at + DoubleLanes.WIDTH).mul(scale))
        .intoArray(c, at + DoubleLanes.WIDTH);
    at += cStep;
    s40.fma(factor, DoubleVector.fromArray(DoubleLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s41.fma(
            factor,
            DoubleVector.fromArray(DoubleLanes.SPECIES, c, at + DoubleLanes.WIDTH).mul(scale))
        .intoArray(c, at + DoubleLanes.WIDTH);
    at += cStep;
    s50.fma(factor, DoubleVector.fromArray(DoubleLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s51.fma(
            factor,
            DoubleVector.fromArray(DoubleLanes.SPECIES, c, at + DoubleLanes.WIDTH).mul(scale))
        .intoArray(c, at + DoubleLanes.WIDTH);
    at += cStep;
    s60.fma(factor, DoubleVector.fromArray(DoubleLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s61.fma(
            factor,
            DoubleVector.fromArray(DoubleLanes.SPECIES, c, at + DoubleLanes.WIDTH).mul(scale))
        .intoArray(c, at + DoubleLanes.WIDTH);
    at += cStep;
    s70.fma(factor, DoubleVector.fromArray(DoubleLanes.SPECIES, c, at).mul(scale)).intoArray(c, at);
    s71.fma(
            factor,
            DoubleVector.fromArray(DoubleLanes.SPECIES, c, at + DoubleLanes.WIDTH).mul(scale))
        .intoArray(c, at + DoubleLanes.WIDTH);
  }
}
