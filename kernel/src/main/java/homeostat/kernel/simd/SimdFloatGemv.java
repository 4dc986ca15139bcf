package homeostat.kernel.simd;

import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Lanes;
import homeostat.kernel.Reductions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** The float32 matrix-vector product: four rows, or four vectors of columns, at a time. */
final class SimdFloatGemv {
  private static final Reductions REDUCTIONS = new SimdReductions();

  /** Shuffles that bring lane i + n to lane i: the order of {@link Lanes#sum} in registers. */
  private static final VectorShuffle<Float> DOWN_8 =
      VectorShuffle.iota(FloatLanes.SPECIES, 8, 1, true);

  private static final VectorShuffle<Float> DOWN_4 =
      VectorShuffle.iota(FloatLanes.SPECIES, 4, 1, true);
  private static final VectorShuffle<Float> DOWN_2 =
      VectorShuffle.iota(FloatLanes.SPECIES, 2, 1, true);
  private static final VectorShuffle<Float> DOWN_1 =
      VectorShuffle.iota(FloatLanes.SPECIES, 1, 1, true);

  private SimdFloatGemv() {}

  static void run(float alpha, FloatMatrix a, float[] x, int xAt, float beta, float[] y, int yAt) {
    if (a.transposed()) {
      columns(alpha, a, x, xAt, beta, y, yAt);
    } else {
      rows(alpha, a, x, xAt, beta, y, yAt);
    }
  }

  private static void rows(
      float alpha, FloatMatrix a, float[] x, int xAt, float beta, float[] y, int yAt) {
    int i = 0;
    if (FloatLanes.WIDTH == Lanes.FLOATS) {
      for (; i <= a.rows() - 4; i += 4) {
        fourRows(alpha, a, i, x, xAt, beta, y, yAt + i);
      }
    }
    for (; i < a.rows(); i++) {
      float sum = REDUCTIONS.dot(a.data(), a.index(i, 0), x, xAt, a.cols());
      put(alpha, sum, beta, y, yAt + i);
    }
  }

  private static void fourRows(
      float alpha, FloatMatrix a, int i, float[] x, int xAt, float beta, float[] y, int yAt) {
    float[] data = a.data();
    int a0 = a.index(i, 0);
    int a1 = a0 + a.stride();
    int a2 = a1 + a.stride();
    int a3 = a2 + a.stride();
    FloatVector s0 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s1 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s2 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s3 = FloatVector.zero(FloatLanes.SPECIES);
    int j = 0;
    for (; j <= a.cols() - FloatLanes.WIDTH; j += FloatLanes.WIDTH) {
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + j);
      s0 = FloatVector.fromArray(FloatLanes.SPECIES, data, a0 + j).fma(xs, s0);
      s1 = FloatVector.fromArray(FloatLanes.SPECIES, data, a1 + j).fma(xs, s1);
      s2 = FloatVector.fromArray(FloatLanes.SPECIES, data, a2 + j).fma(xs, s2);
      s3 = FloatVector.fromArray(FloatLanes.SPECIES, data, a3 + j).fma(xs, s3);
    }
    if (j < a.cols()) {
      VectorMask<Float> in = FloatLanes.SPECIES.indexInRange(j, a.cols());
      FloatVector xs = FloatVector.fromArray(FloatLanes.SPECIES, x, xAt + j, in);
      s0 = s0.blend(FloatVector.fromArray(FloatLanes.SPECIES, data, a0 + j, in).fma(xs, s0), in);
      s1 = s1.blend(FloatVector.fromArray(FloatLanes.SPECIES, data, a1 + j, in).fma(xs, s1), in);
      s2 = s2.blend(FloatVector.fromArray(FloatLanes.SPECIES, data, a2 + j, in).fma(xs, s2), in);
      s3 = s3.blend(FloatVector.fromArray(FloatLanes.SPECIES, data, a3 + j, in).fma(xs, s3), in);
    }
    s0 = s0.add(s0.rearrange(DOWN_8));
    s1 = s1.add(s1.rearrange(DOWN_8));
    s2 = s2.add(s2.rearrange(DOWN_8));
    s3 = s3.add(s3.rearrange(DOWN_8));
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
      float alpha, FloatMatrix a, float[] x, int xAt, float beta, float[] y, int yAt) {
    float[] data = a.data();
    int stride = a.stride();
    int width = FloatLanes.WIDTH;
    int i = 0;
    for (; i <= a.rows() - 8 * width; i += 8 * width) {
      eightColumns(alpha, a, i, x, xAt, beta, y, yAt + i);
    }
    for (; i <= a.rows() - 4 * width; i += 4 * width) {
      FloatVector s0 = FloatVector.zero(FloatLanes.SPECIES);
      FloatVector s1 = FloatVector.zero(FloatLanes.SPECIES);
      FloatVector s2 = FloatVector.zero(FloatLanes.SPECIES);
      FloatVector s3 = FloatVector.zero(FloatLanes.SPECIES);
      int at = a.index(i, 0);
      for (int j = 0; j < a.cols(); j++) {
        FloatVector factor = FloatVector.broadcast(FloatLanes.SPECIES, x[xAt + j]);
        s0 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at), s0);
        s1 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at + FloatLanes.WIDTH), s1);
        s2 =
            factor.fma(
                FloatVector.fromArray(FloatLanes.SPECIES, data, at + 2 * FloatLanes.WIDTH), s2);
        s3 =
            factor.fma(
                FloatVector.fromArray(FloatLanes.SPECIES, data, at + 3 * FloatLanes.WIDTH), s3);
        at += stride;
      }
      put(alpha, s0, beta, y, yAt + i);
      put(alpha, s1, beta, y, yAt + i + width);
      put(alpha, s2, beta, y, yAt + i + 2 * width);
      put(alpha, s3, beta, y, yAt + i + 3 * width);
    }
    for (; i <= a.rows() - width; i += width) {
      FloatVector sums = FloatVector.zero(FloatLanes.SPECIES);
      int at = a.index(i, 0);
      for (int j = 0; j < a.cols(); j++) {
        FloatVector factor = FloatVector.broadcast(FloatLanes.SPECIES, x[xAt + j]);
        sums = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at), sums);
        at += stride;
      }
      put(alpha, sums, beta, y, yAt + i);
    }
    for (; i < a.rows(); i++) {
      float sum = 0;
      for (int j = 0; j < a.cols(); j++) {
        sum = Math.fma(data[a.index(i, j)], x[xAt + j], sum);
      }
      put(alpha, sum, beta, y, yAt + i);
    }
  }

  /** Longer pieces of a stored row at a time, which memory gives faster. */
  private static void eightColumns(
      float alpha, FloatMatrix a, int i, float[] x, int xAt, float beta, float[] y, int yAt) {
    float[] data = a.data();
    int stride = a.stride();
    int width = FloatLanes.WIDTH;
    FloatVector s0 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s1 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s2 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s3 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s4 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s5 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s6 = FloatVector.zero(FloatLanes.SPECIES);
    FloatVector s7 = FloatVector.zero(FloatLanes.SPECIES);
    int at = a.index(i, 0);
    for (int j = 0; j < a.cols(); j++) {
      FloatVector factor = FloatVector.broadcast(FloatLanes.SPECIES, x[xAt + j]);
      s0 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at), s0);
      s1 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at + width), s1);
      s2 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at + 2 * width), s2);
      s3 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at + 3 * width), s3);
      s4 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at + 4 * width), s4);
      s5 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at + 5 * width), s5);
      s6 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at + 6 * width), s6);
      s7 = factor.fma(FloatVector.fromArray(FloatLanes.SPECIES, data, at + 7 * width), s7);
      at += stride;
    }
    put(alpha, s0, beta, y, yAt);
    put(alpha, s1, beta, y, yAt + width);
    put(alpha, s2, beta, y, yAt + 2 * width);
    put(alpha, s3, beta, y, yAt + 3 * width);
    put(alpha, s4, beta, y, yAt + 4 * width);
    put(alpha, s5, beta, y, yAt + 5 * width);
    put(alpha, s6, beta, y, yAt + 6 * width);
    put(alpha, s7, beta, y, yAt + 7 * width);
  }

  private static void put(float alpha, FloatVector sums, float beta, float[] y, int at) {
    FloatVector kept = FloatVector.zero(FloatLanes.SPECIES);
    if (beta != 0) {
      kept = FloatVector.fromArray(FloatLanes.SPECIES, y, at).mul(beta);
    }
    sums.fma(FloatVector.broadcast(FloatLanes.SPECIES, alpha), kept).intoArray(y, at);
  }

  private static void put(float alpha, float sum, float beta, float[] y, int at) {
    float kept = beta == 0 ? 0 : beta * y[at];
    y[at] = Math.fma(alpha, sum, kept);
  }
}
