package homeostat.spiking;

/**
 * How a batch lies in memory. The batch is cut into blocks of 16 elements; a block is simulated on
 * its own in panels [slot][lane], lane innermost. The last block has as many lanes as it needs,
 * rounded up to a power of two, so that a single trial fills its vectors with neurons. 16 is a
 * constant, never taken from the machine, so that results do not depend on it.
 *
 * <p>A panel is a sequence of vectors of 16 entries, whatever the width of its block: entry {@code
 * slot * width + lane}, of vector {@code entry / 16}.
 */
public final class Blocks {
  /** Batch elements of a full block, and entries of a vector. */
  public static final int WIDTH = 16;

  private Blocks() {}

  /** Number of blocks of a batch. */
  public static int count(int batch) {
    return (batch + WIDTH - 1) / WIDTH;
  }

  /** Batch elements of a block. */
  public static int used(int batch, int block) {
    return Math.min(WIDTH, batch - block * WIDTH);
  }

  /** Lanes of a block: 1, 2, 4, 8 or 16. */
  public static int width(int batch, int block) {
    int used = used(batch, block);
    return used == 1 ? 1 : Integer.highestOneBit(used - 1) << 1;
  }

  /** Lanes of all blocks. */
  public static int lanes(int batch) {
    int last = count(batch) - 1;
    return last * WIDTH + width(batch, last);
  }

  /** Bits of the lanes of a block that hold batch elements. */
  public static int valid(int batch, int block) {
    return (1 << used(batch, block)) - 1;
  }

  /** Entry of a batch element in a panel of its block. */
  public static int entry(int batch, int element, int slot) {
    return slot * width(batch, element / WIDTH) + element % WIDTH;
  }

  /** Where component {@code c} of an entry lies in an array [vector][component][lane]. */
  public static int component(int entry, int components, int c) {
    return (entry / WIDTH * components + c) * WIDTH + entry % WIDTH;
  }
}
