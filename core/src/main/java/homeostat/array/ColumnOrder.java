package homeostat.array;

import java.util.Arrays;

/** Walks an array row by row and says where in column-major (Fortran) order each element lies. */
final class ColumnOrder {
  private final int[] shape;
  private final int[] stride;
  private final int[] index;
  private int position;

  ColumnOrder(int... shape) {
    this.shape = shape;
    stride = new int[shape.length];
    index = new int[shape.length];
    int step = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      stride[axis] = step;
      step *= shape[axis];
    }
  }

  /** Column-major position of the current element; then goes on to the next, row by row. */
  int next() {
    int here = position;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      position += stride[axis];
      if (++index[axis] < shape[axis]) {
        break;
      }
      position -= shape[axis] * stride[axis];
      index[axis] = 0;
    }
    return here;
  }

  /** Column-major texts in row-major order. */
  static String[] rows(String[] columns, int... shape) {
    ColumnOrder order = new ColumnOrder(shape);
    String[] out = new String[columns.length];
    Arrays.setAll(out, i -> columns[order.next()]);
    return out;
  }

  /** A column-major array, whose shape is already the right one, in row-major order. */
  static NdArray rows(NdArray columns) {
    int[] shape = columns.shape();
    int n = columns.size();
    ColumnOrder order = new ColumnOrder(shape);
    return switch (columns) {
      case NdArray.F4(float[] data, int[] _) -> {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
          out[i] = data[order.next()];
        }
        yield new NdArray.F4(out, shape);
      }
      case NdArray.F8(double[] data, int[] _) -> {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
          out[i] = data[order.next()];
        }
        yield new NdArray.F8(out, shape);
      }
      case NdArray.I4(int[] data, int[] _) -> {
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
          out[i] = data[order.next()];
        }
        yield new NdArray.I4(out, shape);
      }
      case NdArray.I8(long[] data, int[] _) -> {
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
          out[i] = data[order.next()];
        }
        yield new NdArray.I8(out, shape);
      }
      case NdArray.U1(byte[] data, int[] _) -> {
        byte[] out = new byte[n];
        for (int i = 0; i < n; i++) {
          out[i] = data[order.next()];
        }
        yield new NdArray.U1(out, shape);
      }
    };
  }
}
