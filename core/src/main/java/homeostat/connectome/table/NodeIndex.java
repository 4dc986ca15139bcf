package homeostat.connectome.table;

import java.util.Arrays;

/** Numbers 64-bit ids in the order in which they come: a hash table with open addressing. */
public final class NodeIndex {
  /** [slot] number of the id there, plus 1. */
  private int[] table = new int[1 << 12];

  private int shift = 64 - 12;
  private long[] ids = new long[1 << 11];
  private int count;

  /** The number of an id, a new one if it has none yet. */
  public int number(long id) {
    int slot = slot(id);
    for (int number = table[slot]; number != 0; number = table[slot]) {
      if (ids[number - 1] == id) {
        return number - 1;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (count == ids.length) {
      grow();
      slot = free(id);
    }
    ids[count] = id;
    table[slot] = count + 1;
    return count++;
  }

  /** Whether an id has a number. */
  public boolean has(long id) {
    int slot = slot(id);
    for (int number = table[slot]; number != 0; number = table[slot]) {
      if (ids[number - 1] == id) {
        return true;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return false;
  }

  /** How many ids there are. */
  public int count() {
    return count;
  }

  /** [number] the ids. */
  public long[] ids() {
    return Arrays.copyOf(ids, count);
  }

  /** The id of a number. */
  public long id(int number) {
    return ids[number];
  }

  /** Doubled; the table is never more than half full. */
  private void grow() {
    ids = Arrays.copyOf(ids, 2 * count);
    table = new int[2 * table.length];
    shift--;
    for (int i = 0; i < count; i++) {
      table[free(ids[i])] = i + 1;
    }
  }

  private int free(long id) {
    int slot = slot(id);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  /** The upper bits of a mixed product: ids that are close, or have zeros at the end, go apart. */
  private int slot(long id) {
    long mixed = (id ^ id >>> 32) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> shift);
  }

  /** The ids, ascending. */
  public long[] sorted() {
    long[] sorted = Arrays.copyOf(ids, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** [number] place of each id among the sorted ones. */
  public int[] places(long[] sorted) {
    int[] places = new int[count];
    Arrays.setAll(places, i -> Arrays.binarySearch(sorted, ids[i]));
    return places;
  }
}
