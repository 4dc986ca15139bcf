package homeostat.kernel;

import java.util.SplittableRandom;

/** Inputs of tests, and the bits of results. */
final class Numbers {
  private Numbers() {}

  /** Uniform in [-2, 2). */
  static float[] floats(int length, long seed) {
    var random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (random.nextDouble() * 4 - 2);
    }
    return values;
  }

  /** Uniform in [-2, 2). */
  static double[] doubles(int length, long seed) {
    var random = new SplittableRandom(seed);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextDouble() * 4 - 2;
    }
    return values;
  }

  /** Moderate numbers mixed with arbitrary bit patterns, and with the special values in front. */
  static float[] wildFloats(int length, long seed) {
    float[] special = {
      Float.NaN,
      0f,
      -0f,
      Float.NEGATIVE_INFINITY,
      Float.POSITIVE_INFINITY,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      Float.MIN_NORMAL,
      Float.MAX_VALUE,
      1f,
      -1f,
      88.7f,
      -103.5f,
      9.05f
    };
    var random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] =
          i < special.length
              ? special[i]
              : i % 2 == 0
                  ? Float.intBitsToFloat(random.nextInt())
                  : (float) random.nextDouble() * 40 - 20;
    }
    return values;
  }

  /** Moderate numbers mixed with arbitrary bit patterns, and with the special values in front. */
  static double[] wildDoubles(int length, long seed) {
    double[] special = {
      Double.NaN,
      0d,
      -0d,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Double.MAX_VALUE,
      1,
      -1,
      709.7,
      -745,
      19.05
    };
    var random = new SplittableRandom(seed);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] =
          i < special.length
              ? special[i]
              : i % 2 == 0
                  ? Double.longBitsToDouble(random.nextLong())
                  : random.nextDouble() * 40 - 20;
    }
    return values;
  }

  /** The bits of arrays and numbers, one after the other; all NaN are one. */
  static long[] bits(Object... results) {
    int length = 0;
    for (Object result : results) {
      length += result.getClass().isArray() ? java.lang.reflect.Array.getLength(result) : 1;
    }
    long[] bits = new long[length];
    int at = 0;
    for (Object result : results) {
      switch (result) {
        case float[] values -> {
          for (float value : values) {
            bits[at++] = Float.floatToIntBits(value);
          }
        }
        case double[] values -> {
          for (double value : values) {
            bits[at++] = Double.doubleToLongBits(value);
          }
        }
        case Float value -> bits[at++] = Float.floatToIntBits(value);
        case Double value -> bits[at++] = Double.doubleToLongBits(value);
        default -> throw new IllegalArgumentException(result.getClass().getName());
      }
    }
    return bits;
  }

  /** A random sparse matrix; the first row and the last column are empty. */
  static Csr sparse(int rows, int cols, double density, long seed) {
    var random = new SplittableRandom(seed);
    boolean[] present = new boolean[rows * cols];
    for (int i = 1; i < rows; i++) {
      for (int j = 0; j < cols - 1; j++) {
        present[i * cols + j] = random.nextDouble() < density;
      }
    }
    return Csr.dense(rows, cols, floats(rows * cols, seed + 1), present);
  }

  static double[] widen(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
