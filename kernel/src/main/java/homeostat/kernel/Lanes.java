package homeostat.kernel;

/**
 * The logical lanes of every reduction, constants that no machine changes: element i of a range
 * belongs to lane i modulo the number of lanes, each lane is added up in ascending order, and the
 * lanes are added pairwise, the upper half onto the lower half until one is left.
 */
public final class Lanes {
  /** Lanes of a float32 reduction: one vector of 512 bits, or two of 256. */
  public static final int FLOATS = 16;

  /** Lanes of a float64 reduction. */
  public static final int DOUBLES = 8;

  private Lanes() {}

  /** Adds the lanes in the fixed order; overwrites {@code lanes}, whose length is a power of 2. */
  public static float sum(float[] lanes) {
    for (int half = lanes.length / 2; half > 0; half /= 2) {
      for (int lane = 0; lane < half; lane++) {
        lanes[lane] += lanes[lane + half];
      }
    }
    return lanes[0];
  }

  /** Adds the lanes in the fixed order; overwrites {@code lanes}, whose length is a power of 2. */
  public static double sum(double[] lanes) {
    for (int half = lanes.length / 2; half > 0; half /= 2) {
      for (int lane = 0; lane < half; lane++) {
        lanes[lane] += lanes[lane + half];
      }
    }
    return lanes[0];
  }
}
