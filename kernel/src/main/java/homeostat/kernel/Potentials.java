package homeostat.kernel;

/**
 * Membrane potentials in a frame in which they rest between inputs: neuron i holds A = {@code
 * state[2 i]} and B = {@code state[2 i + 1]}, and its potential is {@code A x - B y} with decay
 * factors x and y that all neurons share. Implementations agree to the bit.
 */
public interface Potentials {

  /**
   * Finds the neurons of {@code [from, to)} whose {@code A x - B y} (two products and a difference,
   * each rounded) exceeds the threshold; a NaN never does.
   *
   * @param out receives their numbers, ascending, from {@code count}; has room for all
   * @return the new count
   */
  int above(
      double[] state, int from, int to, double x, double y, double threshold, int[] out, int count);

  /** As above, in float32. */
  int above(
      float[] state, int from, int to, float x, float y, float threshold, int[] out, int count);

  /**
   * A <- A x and B <- B y for the neurons of {@code [from, to)}; results below {@code tiny} in
   * absolute value become 0, NaN stays.
   */
  void rescale(double[] state, int from, int to, double x, double y, double tiny);

  /** As above, in float32. */
  void rescale(float[] state, int from, int to, float x, float y, float tiny);
}
