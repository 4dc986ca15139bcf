package homeostat.connectome.brain;

/**
 * Draws from a discrete distribution in constant time (Walker's alias method, in the form of Vose
 * 1991).
 */
final class AliasTable {
  /** [value] chance to keep it, as a float in the upper half, and what is taken instead. */
  private final long[] table;

  /**
   * @param weights [value] not negative, not all 0
   */
  AliasTable(double[] weights) {
    int n = weights.length;
    float[] keep = new float[n];
    int[] other = new int[n];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] scaled = new double[n];
    int[] stack = new int[n];
    int small = 0;
    int large = n;
    for (int i = 0; i < n; i++) {
      scaled[i] = weights[i] * n / sum;
      if (scaled[i] < 1) {
        stack[small++] = i;
      } else {
        stack[--large] = i;
      }
    }
    while (small > 0 && large < n) {
      int less = stack[--small];
      int more = stack[large];
      keep[less] = (float) scaled[less];
      other[less] = more;
      scaled[more] -= 1 - scaled[less];
      if (scaled[more] < 1) {
        large++;
        stack[small++] = more;
      }
    }
    for (; large < n; large++) {
      keep[stack[large]] = 1;
    }
    while (small > 0) {
      keep[stack[--small]] = 1;
    }
    table = new long[n];
    for (int i = 0; i < n; i++) {
      table[i] = (long) Float.floatToRawIntBits(keep[i]) << 32 | other[i];
    }
  }

  /** The value for two independent uniforms in [0, 1). */
  int draw(float place, float coin) {
    int i = Math.min((int) ((double) place * table.length), table.length - 1);
    long both = table[i];
    return coin < Float.intBitsToFloat((int) (both >>> 32)) ? i : (int) both;
  }
}
