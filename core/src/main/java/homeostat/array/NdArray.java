package homeostat.array;

import java.util.Arrays;

/**
 * An n-dimensional array in row-major (C) order over a primitive array on the heap. The
 * constructors take the array as it is: who hands it over no longer changes it.
 */
public sealed interface NdArray {

  /** Length of each axis; empty for a scalar. */
  int[] shape();

  /** Name as in file formats: {@code f4 f8 i4 i8 u1}. */
  String type();

  /** Element at a row-major position, as a double (exact for all types but i8 beyond 2^53). */
  double at(int position);

  /** Number of elements. */
  default int size() {
    return count(shape());
  }

  /** All elements as doubles, a fresh array. */
  default double[] toDoubles() {
    double[] out = new double[size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = at(i);
    }
    return out;
  }

  /** All elements as floats, a fresh array. */
  default float[] toFloats() {
    float[] out = new float[size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) at(i);
    }
    return out;
  }

  /**
   * All elements as ints, a fresh array; a value that is no int is an {@link ArithmeticException}.
   */
  default int[] toInts() {
    int[] out = new int[size()];
    for (int i = 0; i < out.length; i++) {
      double value = at(i);
      if (value != (int) value) {
        throw new ArithmeticException("element " + i + " = " + value + " is not a 32-bit integer");
      }
      out[i] = (int) value;
    }
    return out;
  }

  /** An equal array with elements of its own. */
  default NdArray copy() {
    return switch (this) {
      case F4 a -> new F4(a.data().clone(), a.shape());
      case F8 a -> new F8(a.data().clone(), a.shape());
      case I4 a -> new I4(a.data().clone(), a.shape());
      case I8 a -> new I8(a.data().clone(), a.shape());
      case U1 a -> new U1(a.data().clone(), a.shape());
    };
  }

  /** 32-bit floats. */
  record F4(float[] data, int... shape) implements NdArray {
    public F4 {
      check(data.length, shape);
    }

    @Override
    public String type() {
      return "f4";
    }

    @Override
    public double at(int position) {
      return data[position];
    }
  }

  /** 64-bit floats. */
  record F8(double[] data, int... shape) implements NdArray {
    public F8 {
      check(data.length, shape);
    }

    @Override
    public String type() {
      return "f8";
    }

    @Override
    public double at(int position) {
      return data[position];
    }
  }

  /** 32-bit signed integers. */
  record I4(int[] data, int... shape) implements NdArray {
    public I4 {
      check(data.length, shape);
    }

    @Override
    public String type() {
      return "i4";
    }

    @Override
    public double at(int position) {
      return data[position];
    }
  }

  /** 64-bit signed integers. */
  record I8(long[] data, int... shape) implements NdArray {
    public I8 {
      check(data.length, shape);
    }

    @Override
    public String type() {
      return "i8";
    }

    @Override
    public double at(int position) {
      return data[position];
    }
  }

  /** Unsigned bytes; booleans are stored so. */
  record U1(byte[] data, int... shape) implements NdArray {
    public U1 {
      check(data.length, shape);
    }

    @Override
    public String type() {
      return "u1";
    }

    @Override
    public double at(int position) {
      return data[position] & 0xFF;
    }
  }

  /** Number of elements of a shape. */
  static int count(int... shape) {
    long n = 1;
    for (int axis : shape) {
      n *= axis;
      if (axis < 0 || n > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(shape) + " is negative or beyond 2^31 elements");
      }
    }
    return (int) n;
  }

  private static void check(int length, int[] shape) {
    if (length != count(shape)) {
      throw new IllegalArgumentException(
          length + " elements do not fill shape " + Arrays.toString(shape));
    }
  }
}
