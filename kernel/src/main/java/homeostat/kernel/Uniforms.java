package homeostat.kernel;

/** Blocks of uniform random numbers; implementations agree to the bit. */
public interface Uniforms {
  /**
   * Fills {@code out[from, to)} with uniforms in [0, 1) of 24 bits: element {@code from + i} is the
   * upper 24 bits of word {@code i % 4} of block {@code block + i / 4} of {@link Philox}.
   *
   * @param key the key of the generator
   * @param branch the upper half of the counter
   * @param block the lower half of the counter, for the first four numbers
   */
  void fill(long key, long branch, long block, float[] out, int from, int to);
}
