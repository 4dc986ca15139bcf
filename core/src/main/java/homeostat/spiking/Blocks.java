package homeostat.spiking;

/**
 * How a batch lies in memory. The batch is cut into blocks of 16 elements ("lanes"), the last one
 * padded; a block is simulated on its own in arrays [slot][lane], lane innermost. 16 is a constant,
 * never taken from the machine, so that results do not depend on it.
 */
public final class Blocks {
  /** Batch elements of a block. */
  public static final int WIDTH = 16;

  private Blocks() {}

  /** Number of blocks of a batch. */
  public static int count(int batch) {
    return (batch + WIDTH - 1) / WIDTH;
  }

  /** Bits of the lanes of a block that hold batch elements. */
  public static int valid(int batch, int block) {
    int used = Math.min(WIDTH, batch - block * WIDTH);
    return (1 << used) - 1;
  }
}
