package homeostat.lab.verify;

import homeostat.array.NdArray;
import java.util.Arrays;

/** The first steps of an array's time axis: axis 1 of [batch][time][...], or the one axis. */
final class FirstSteps {
  private FirstSteps() {}

  static NdArray of(NdArray array, int steps) {
    int axis = Math.min(1, array.shape().length - 1);
    if (axis < 0 || steps < 1 || steps > array.shape()[axis]) {
      throw new IllegalArgumentException(
          "no first " + steps + " steps in shape " + Arrays.toString(array.shape()));
    }
    int[] shape = array.shape().clone();
    int inner = 1;
    for (int i = axis + 1; i < shape.length; i++) {
      inner *= shape[i];
    }
    int from = shape[axis] * inner;
    int to = steps * inner;
    int outer = from == 0 ? 0 : array.size() / from;
    shape[axis] = steps;
    return switch (array) {
      case NdArray.F4 a -> new NdArray.F4(cut(a.data(), new float[outer * to], from, to), shape);
      case NdArray.F8 a -> new NdArray.F8(cut(a.data(), new double[outer * to], from, to), shape);
      case NdArray.I4 a -> new NdArray.I4(cut(a.data(), new int[outer * to], from, to), shape);
      case NdArray.I8 a -> new NdArray.I8(cut(a.data(), new long[outer * to], from, to), shape);
      case NdArray.U1 a -> new NdArray.U1(cut(a.data(), new byte[outer * to], from, to), shape);
    };
  }

  /** Copies the first {@code to} of every {@code from} elements; both are primitive arrays. */
  @SuppressWarnings("SuspiciousSystemArraycopy")
  private static <T> T cut(T source, T target, int from, int to) {
    int blocks = java.lang.reflect.Array.getLength(target) / to;
    for (int block = 0; block < blocks; block++) {
      System.arraycopy(source, block * from, target, block * to, to);
    }
    return target;
  }
}
