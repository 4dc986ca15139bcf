package homeostat.connectome.nulls;

import java.util.Arrays;

/** A set of directed pairs of nodes: open addressing, at most half full. */
final class EdgeSet {
  private static final long EMPTY = -1;
  private final long[] slots;
  private final int mask;

  /** A set for a fixed number of pairs. */
  EdgeSet(int pairs) {
    int capacity = Integer.highestOneBit(Math.clamp(pairs * 2L, 8, 1 << 29)) * 2;
    slots = new long[capacity];
    Arrays.fill(slots, EMPTY);
    mask = capacity - 1;
  }

  boolean contains(int from, int to) {
    return slots[find(pair(from, to))] != EMPTY;
  }

  void add(int from, int to) {
    long pair = pair(from, to);
    slots[find(pair)] = pair;
  }

  /** Removes a pair that is there, and moves back those that were pushed past it. */
  void remove(int from, int to) {
    int hole = find(pair(from, to));
    int at = hole;
    while (true) {
      at = (at + 1) & mask;
      if (slots[at] == EMPTY) {
        break;
      }
      int home = home(slots[at]);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        slots[hole] = slots[at];
        hole = at;
      }
    }
    slots[hole] = EMPTY;
  }

  private int find(long pair) {
    int at = home(pair);
    while (slots[at] != EMPTY && slots[at] != pair) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private int home(long pair) {
    long mixed = pair * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }

  private static long pair(int from, int to) {
    return ((long) from << 32) | to;
  }
}
