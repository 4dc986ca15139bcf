package homeostat.connectome.brain;

import java.util.Arrays;

/** Collects the connections of a brain, sender by sender; receivers need no order. */
public final class RowBuilder {
  private final int neurons;
  private final int bits;
  private final int largest;
  private final int[] offsets;
  private int[] entries;
  private int size;
  private int row;

  /**
   * @param neurons number of neurons
   * @param expected number of entries there will be, about
   */
  public RowBuilder(int neurons, int expected) {
    this.neurons = neurons;
    this.bits = SynapseRows.bits(neurons);
    this.largest = SynapseRows.largestCount(bits);
    this.offsets = new int[neurons + 1];
    this.entries = new int[Math.max(16, expected)];
  }

  /** A connection of the current sender; a count too large for an entry is split over several. */
  public void add(int target, int count) {
    int left = count;
    do {
      int part = Math.clamp(left, -largest, largest);
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, Math.addExact(size, Math.max(size >> 1, 16)));
      }
      entries[size++] = SynapseRows.pack(target, part, bits);
      left -= part;
    } while (left != 0);
  }

  /** Ends the current sender. */
  public void endRow() {
    sort(entries, offsets[row], size, bits);
    offsets[++row] = size;
  }

  /** The rows; all senders must have ended. */
  public SynapseRows build() {
    if (row != neurons) {
      throw new IllegalStateException(row + " of " + neurons + " senders ended");
    }
    int[] exact = entries.length == size ? entries : Arrays.copyOf(entries, size);
    return new SynapseRows(neurons, offsets, exact, bits, new float[0]);
  }

  /** Sorts packed entries by receiver, then count. */
  static void sort(int[] entries, int from, int to, int bits) {
    for (int e = from; e < to; e++) {
      entries[e] = Integer.rotateRight(entries[e], bits) ^ Integer.MIN_VALUE;
    }
    Arrays.sort(entries, from, to);
    for (int e = from; e < to; e++) {
      entries[e] = Integer.rotateLeft(entries[e] ^ Integer.MIN_VALUE, bits);
    }
  }
}
