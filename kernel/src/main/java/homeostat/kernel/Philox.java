package homeostat.kernel;

/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3" (SC 2011).
 *
 * <p>A block is a bijection of a 128-bit counter {@code (c0, c1, c2, c3)} under a 64-bit key {@code
 * (k0, k1)}: ten rounds of
 *
 * <pre>
 *   (c0, c1, c2, c3) <- (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0))
 *   (k0, k1) <- (k0 + W0, k1 + W1)
 * </pre>
 *
 * <p>There is no state: the same key and counter give the same four words on any machine, in any
 * order, from any thread.
 */
public final class Philox {
  /** Multiplier of c0. */
  public static final long M0 = 0xD2511F53L;

  /** Multiplier of c2. */
  public static final long M1 = 0xCD9E8D57L;

  /** Step of k0 from round to round. */
  public static final int W0 = 0x9E3779B9;

  /** Step of k1 from round to round. */
  public static final int W1 = 0xBB67AE85;

  /** Number of rounds. */
  public static final int ROUNDS = 10;

  private static final long LOW = 0xFFFFFFFFL;

  private Philox() {}

  /**
   * Writes the four words of one block.
   *
   * @param key 64-bit key, {@code k0} in the low half
   * @param low the counter's low 64 bits, {@code c0} in the low half
   * @param high the counter's high 64 bits, {@code c2} in the low half
   * @param out receives four words from {@code at}
   */
  public static void block(long key, long low, long high, int[] out, int at) {
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    int c0 = (int) low;
    int c1 = (int) (low >>> 32);
    int c2 = (int) high;
    int c3 = (int) (high >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = M0 * (c0 & LOW);
      long p1 = M1 * (c2 & LOW);
      c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      c1 = (int) p1;
      c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c3 = (int) p0;
      k0 += W0;
      k1 += W1;
    }
    out[at] = c0;
    out[at + 1] = c1;
    out[at + 2] = c2;
    out[at + 3] = c3;
  }
}
