package homeostat.kernel.simd;

import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Lanes;
import homeostat.kernel.Reductions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** The float64 matrix-vector product: four rows, or four vectors of columns, at a time. */
final class SimdDoubleGemv {
  private static final Reductions REDUCTIONS = new SimdReductions();

  /** Shuffles that bring lane i + n to lane i: the order of {@link Lanes#sum} in registers. */
  private static final VectorShuffle<Double> DOWN_4 =
      VectorShuffle.iota(DoubleLanes.SPECIES, 4, 1, true);

  private static final VectorShuffle<Double> DOWN_2 =
      VectorShuffle.iota(DoubleLanes.SPECIES, 2, 1, true);
  private static final VectorShuffle<Double> DOWN_1 =
      VectorShuffle.iota(DoubleLanes.SPECIES, 1, 1, true);

  private SimdDoubleGemv() {}

  static void run(
      double alpha, DoubleMatrix a, double[] x, int xAt, double beta, double[] y, int yAt) {
    if (a.transposed()) {
      columns(alpha, a, x, xAt, beta, y, yAt);
    } else {
      rows(alpha, a, x, xAt, beta, y, yAt);
    }
  }

  private static void rows(
      double alpha, DoubleMatrix a, double[] x, int xAt, double beta, double[] y, int yAt) {
    int i = 0;
    if (DoubleLanes.WIDTH == Lanes.DOUBLES) {
      for (; i <= a.rows() - 4; i += 4) {
        fourRows(alpha, a, i, x, xAt, beta, y, yAt + i);
      }
    }
    for (; i < a.rows(); i++) {
      double sum = REDUCTIONS.dot(a.data(), a.index(i, 0), x, xAt, a.cols());
      put(alpha, sum, beta, y, yAt + i);
    }
  }

  private static void fourRows(
      double alpha, DoubleMatrix a, int i, double[] x, int xAt, double beta, double[] y, int yAt) {
    double[] data = a.data();
    int a0 = a.index(i, 0);
    int a1 = a0 + a.stride();
    int a2 = a1 + a.stride();
    int a3 = a2 + a.stride();
    DoubleVector s0 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s1 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s2 = DoubleVector.zero(DoubleLanes.SPECIES);
    DoubleVector s3 = DoubleVector.zero(DoubleLanes.SPECIES);
    int j = 0;
    for (; j <= a.cols() - DoubleLanes.WIDTH; j += DoubleLanes.WIDTH) {
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + j);
      s0 = DoubleVector.fromArray(DoubleLanes.SPECIES, data, a0 + j).fma(xs, s0);
      s1 = DoubleVector.fromArray(DoubleLanes.SPECIES, data, a1 + j).fma(xs, s1);
      s2 = DoubleVector.fromArray(DoubleLanes.SPECIES, data, a2 + j).fma(xs, s2);
      s3 = DoubleVector.fromArray(DoubleLanes.SPECIES, data, a3 + j).fma(xs, s3);
    }
    if (j < a.cols()) {
      VectorMask<Double> in = DoubleLanes.SPECIES.indexInRange(j, a.cols());
      DoubleVector xs = DoubleVector.fromArray(DoubleLanes.SPECIES, x, xAt + j, in);
      s0 = s0.blend(DoubleVector.fromArray(DoubleLanes.SPECIES, data, a0 + j, in).fma(xs, s0), in);
      s1 = s1.blend(DoubleVector.fromArray(DoubleLanes.SPECIES, data, a1 + j, in).fma(xs, s1), in);
      s2 = s2.blend(DoubleVector.fromArray(DoubleLanes.SPECIES, data, a2 + j, in).fma(xs, s2), in);
      s3 = s3.blend(DoubleVector.fromArray(DoubleLanes.SPECIES, data, a3 + j, in).fma(xs, s3), in);
    }
    s0 = s0.add(s0.rearrange(DOWN_4));
    s1 = s1.add(s1.rearrange(DOWN_4));
    s2 = s2.add(s2.rearrange(DOWN_4));
    s3 = s3.add(s3.rearrange(DOWN_4));
    s0 = s0.add(s0.rearrange(DOWN_2));
    s1 = s1.add(s1.rearrange(DOWN_2));
    s2 = s2.add(s2.rearrange(DOWN_2));
    s3 = s3.add(s3.rearrange(DOWN_2));
    s0 = s0.add(s0.rearrange(DOWN_1));
    s1 = s1.add(s1.rearrange(DOWN_1));
    s2 = s2.add(s2.rearrange(DOWN_1));
    s3 = s3.add(s3.rearrange(DOWN_1));
    put(alpha, s0.lane(0), beta, y, yAt);
    put(alpha, s1.lane(0), beta, y, yAt + 1);
    put(alpha, s2.lane(0), beta, y, yAt + 2);
    put(alpha, s3.lane(0), beta, y, yAt + 3);
  }

  private static void columns(
      double alpha, DoubleMatrix a, double[] x, int xAt, double beta, double[] y, int yAt) {
    double[] data = a.data();
    int stride = a.stride();
    int width = DoubleLanes.WIDTH;
    int i = 0;
    for (; i <= a.rows() - 4 * width; i += 4 * width) {
      DoubleVector s0 = DoubleVector.zero(DoubleLanes.SPECIES);
      DoubleVector s1 = DoubleVector.zero(DoubleLanes.SPECIES);
      DoubleVector s2 = DoubleVector.zero(DoubleLanes.SPECIES);
      DoubleVector s3 = DoubleVector.zero(DoubleLanes.SPECIES);
      int at = a.index(i, 0);
      for (int j = 0; j < a.cols(); j++) {
        DoubleVector factor = DoubleVector.broadcast(DoubleLanes.SPECIES, x[xAt + j]);
        s0 = factor.fma(DoubleVector.fromArray(DoubleLanes.SPECIES, data, at), s0);
        s1 =
            factor.fma(
                DoubleVector.fromArray(DoubleLanes.SPECIES, data, at + DoubleLanes.WIDTH), s1);
        s2 =
            factor.fma(
                DoubleVector.fromArray(DoubleLanes.SPECIES, data, at + 2 * DoubleLanes.WIDTH), s2);
        s3 =
            factor.fma(
                DoubleVector.fromArray(DoubleLanes.SPECIES, data, at + 3 * DoubleLanes.WIDTH), s3);
        at += stride;
      }
      put(alpha, s0, beta, y, yAt + i);
      put(alpha, s1, beta, y, yAt + i + width);
      put(alpha, s2, beta, y, yAt + i + 2 * width);
      put(alpha, s3, beta, y, yAt + i + 3 * width);
    }
    for (; i <= a.rows() - width; i += width) {
      DoubleVector sums = DoubleVector.zero(DoubleLanes.SPECIES);
      int at = a.index(i, 0);
      for (int j = 0; j < a.cols(); j++) {
        DoubleVector factor = DoubleVector.broadcast(DoubleLanes.SPECIES, x[xAt + j]);
        sums = factor.fma(DoubleVector.fromArray(DoubleLanes.SPECIES, data, at), sums);
        at += stride;
      }
      put(alpha, sums, beta, y, yAt + i);
    }
    for (; i < a.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < a.cols(); j++) {
        sum = Math.fma(data[a.index(i, j)], x[xAt + j], sum);
      }
      put(alpha, sum, beta, y, yAt + i);
    }
  }

  private static void put(double alpha, DoubleVector sums, double beta, double[] y, int at) {
    DoubleVector kept = DoubleVector.zero(DoubleLanes.SPECIES);
    if (beta != 0) {
      kept = DoubleVector.fromArray(DoubleLanes.SPECIES, y, at).mul(beta);
    }
    sums.fma(DoubleVector.broadcast(DoubleLanes.SPECIES, alpha), kept).intoArray(y, at);
  }

  private static void put(double alpha, double sum, double beta, double[] y, int at) {
    double kept = beta == 0 ? 0 : beta * y[at];
    y[at] = Math.fma(alpha, sum, kept);
  }
}
