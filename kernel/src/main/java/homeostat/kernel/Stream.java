package homeostat.kernel;

/**
 * A named, counter-based stream of random numbers: a pure function of (seed, purpose, indices,
 * position).
 *
 * <p>Every consumer names its own stream by purpose ({@code Stream.of(seed,
 * "input-spikes").at(batch).at(chunk)}), so nothing is drawn from a shared generator, and neither
 * the order of calls nor the number of threads can change a value. A draw consumes whole words of
 * {@link Philox} at a position that the caller chooses, or that a {@link Draws} cursor counts.
 *
 * @param key the generator's key: a hash of seed and purpose
 * @param branch the upper half of the counter: a hash of the indices
 */
public record Stream(long key, long branch) {

  /** The stream of one purpose under one seed. */
  public static Stream of(long seed, String purpose) {
    long hash = mix(seed + 0x9E3779B97F4A7C15L);
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash * 31 + purpose.charAt(i));
    }
    return new Stream(hash, 0);
  }

  /**
   * An independent sub-stream, for example of one chunk, one trial or one neuron. Calls can be
   * chained.
   */
  public Stream at(long index) {
    return new Stream(
        key, mix(mix(branch + 0xD1B54A32D192ED03L) ^ mix(index + 0x8CB92BA72F3D8DD7L)));
  }

  /** The 64 random bits at a position; each position is independent of the others. */
  public long bits(long position) {
    int[] words = new int[4];
    Philox.block(key, position >>> 1, branch, words, 0);
    int pair = (int) (position & 1) * 2;
    return ((long) words[pair + 1] << 32) | (words[pair] & 0xFFFFFFFFL);
  }

  /** Uniform in [0, 1) with 53 bits, at a position. */
  public double uniform(long position) {
    return (bits(position) >>> 11) * 0x1.0p-53;
  }

  /**
   * Standard normal at a position, by inversion of a probability of 52 bits: one position, one
   * value. The probability is the middle of its interval, so it is neither 0 nor 1 (53 bits would
   * round up to 1).
   */
  public double normal(long position) {
    return Normal.quantile(((bits(position) >>> 12) + 0.5) * 0x1.0p-52);
  }

  /**
   * Fills {@code out[from, to)} with uniform floats in [0, 1) of 24 bits: element {@code from + i}
   * is 32-bit word number {@code position + i}.
   *
   * @param position word position of the first element, a multiple of four
   */
  public void fillUniform(float[] out, int from, int to, long position) {
    if ((position & 3) != 0) {
      throw new IllegalArgumentException("position " + position + " is not a multiple of 4");
    }
    Kernels.active().uniforms().fill(key, branch, position >>> 2, out, from, to);
  }

  /** A cursor over this stream, starting at its beginning. */
  public Draws draws() {
    return new Draws(this, 0);
  }

  /** A cursor that goes on at a stored position. */
  public Draws draws(long position) {
    return new Draws(this, position);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
