package homeostat.kernel.simd;

import homeostat.kernel.Csr;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The float32 half of {@link SimdSparsePanels}: few vectors of lanes at a time, so that the part of
 * the panel that they touch stays in the cache.
 */
final class SimdFloatPanels {
  private static final int WIDTH = FloatLanes.WIDTH;

  /** Below this many events in a vector, adding them one by one is faster. */
  private static final int FEW = 3;

  private SimdFloatPanels() {}

  static void forward(Csr w, float[] values, float[] x, float[] y, int width, int from, int to) {
    int b = from;
    for (; b <= to - 2 * WIDTH; b += 2 * WIDTH) {
      scatterTwo(w, values, x, y, width, b);
    }
    for (; b < to; b += WIDTH) {
      scatterOne(w, values, x, y, width, b);
    }
  }

  private static void scatterTwo(Csr w, float[] values, float[] x, float[] y, int width, int b) {
    int[] offsets = w.offsets();
    int[] columns = w.columns();
    for (int i = 0; i < w.rows(); i++) {
      FloatVector x0 = FloatVector.fromArray(FloatLanes.SPECIES, x, i * width + b);
      FloatVector x1 = FloatVector.fromArray(FloatLanes.SPECIES, x, i * width + b + WIDTH);
      int end = offsets[i + 1];
      for (int e = offsets[i]; e < end; e++) {
        int at = columns[e] * width + b;
        FloatVector weight = FloatVector.broadcast(FloatLanes.SPECIES, values[e]);
        weight.fma(x0, FloatVector.fromArray(FloatLanes.SPECIES, y, at)).intoArray(y, at);
        weight
            .fma(x1, FloatVector.fromArray(FloatLanes.SPECIES, y, at + WIDTH))
            .intoArray(y, at + WIDTH);
      }
    }
  }

  private static void scatterOne(Csr w, float[] values, float[] x, float[] y, int width, int b) {
    int[] offsets = w.offsets();
    int[] columns = w.columns();
    for (int i = 0; i < w.rows(); i++) {
      FloatVector x0 = FloatVector.fromArray(FloatLanes.SPECIES, x, i * width + b);
      int end = offsets[i + 1];
      for (int e = offsets[i]; e < end; e++) {
        int at = columns[e] * width + b;
        FloatVector weight = FloatVector.broadcast(FloatLanes.SPECIES, values[e]);
        weight.fma(x0, FloatVector.fromArray(FloatLanes.SPECIES, y, at)).intoArray(y, at);
      }
    }
  }

  static void backward(Csr w, float[] values, float[] y, float[] x, int width, int from, int to) {
    int b = from;
    for (; b <= to - 4 * WIDTH; b += 4 * WIDTH) {
      gatherFour(w, values, y, x, width, b);
    }
    for (; b < to; b += WIDTH) {
      gatherOne(w, values, y, x, width, b);
    }
  }

  private static void gatherFour(Csr w, float[] values, float[] y, float[] x, int width, int b) {
    int[] offsets = w.offsets();
    int[] columns = w.columns();
    for (int i = 0; i < w.rows(); i++) {
      int row = i * width + b;
      FloatVector s0 = FloatVector.fromArray(FloatLanes.SPECIES, x, row);
      FloatVector s1 = FloatVector.fromArray(FloatLanes.SPECIES, x, row + WIDTH);
      FloatVector s2 = FloatVector.fromArray(FloatLanes.SPECIES, x, row + 2 * WIDTH);
      FloatVector s3 = FloatVector.fromArray(FloatLanes.SPECIES, x, row + 3 * WIDTH);
      int end = offsets[i + 1];
      for (int e = offsets[i]; e < end; e++) {
        int at = columns[e] * width + b;
        FloatVector weight = FloatVector.broadcast(FloatLanes.SPECIES, values[e]);
        s0 = weight.fma(FloatVector.fromArray(FloatLanes.SPECIES, y, at), s0);
        s1 = weight.fma(FloatVector.fromArray(FloatLanes.SPECIES, y, at + WIDTH), s1);
        s2 = weight.fma(FloatVector.fromArray(FloatLanes.SPECIES, y, at + 2 * WIDTH), s2);
        s3 = weight.fma(FloatVector.fromArray(FloatLanes.SPECIES, y, at + 3 * WIDTH), s3);
      }
      s0.intoArray(x, row);
      s1.intoArray(x, row + WIDTH);
      s2.intoArray(x, row + 2 * WIDTH);
      s3.intoArray(x, row + 3 * WIDTH);
    }
  }

  private static void gatherOne(Csr w, float[] values, float[] y, float[] x, int width, int b) {
    int[] offsets = w.offsets();
    int[] columns = w.columns();
    for (int i = 0; i < w.rows(); i++) {
      FloatVector sum = FloatVector.fromArray(FloatLanes.SPECIES, x, i * width + b);
      int end = offsets[i + 1];
      for (int e = offsets[i]; e < end; e++) {
        FloatVector weight = FloatVector.broadcast(FloatLanes.SPECIES, values[e]);
        sum = weight.fma(FloatVector.fromArray(FloatLanes.SPECIES, y, columns[e] * width + b), sum);
      }
      sum.intoArray(x, i * width + b);
    }
  }

  static void events(
      Csr w, float[] values, int[] senders, int[] lanes, int count, float[] y, int width) {
    int s = 0;
    while (s < count) {
      int sender = senders[s];
      int block = lanes[s] / WIDTH;
      long active = 0;
      while (s < count && senders[s] == sender && lanes[s] / WIDTH == block) {
        active |= 1L << (lanes[s] % WIDTH);
        s++;
      }
      if (Long.bitCount(active) < FEW) {
        for (long left = active; left != 0; left &= left - 1) {
          single(w, values, sender, y, width, block * WIDTH + Long.numberOfTrailingZeros(left));
        }
      } else {
        burst(w, values, sender, active, y, width, block * WIDTH);
      }
    }
  }

  /** One event. */
  private static void single(Csr w, float[] values, int sender, float[] y, int width, int lane) {
    int[] columns = w.columns();
    int end = w.offsets()[sender + 1];
    for (int e = w.offsets()[sender]; e < end; e++) {
      y[columns[e] * width + lane] += values[e];
    }
  }

  /** The events of one sender in one vector of lanes. */
  private static void burst(
      Csr w, float[] values, int sender, long active, float[] y, int width, int b) {
    VectorMask<Float> mask = VectorMask.fromLong(FloatLanes.SPECIES, active);
    int[] columns = w.columns();
    int end = w.offsets()[sender + 1];
    for (int e = w.offsets()[sender]; e < end; e++) {
      int at = columns[e] * width + b;
      FloatVector.fromArray(FloatLanes.SPECIES, y, at)
          .lanewise(VectorOperators.ADD, values[e], mask)
          .intoArray(y, at);
    }
  }
}
