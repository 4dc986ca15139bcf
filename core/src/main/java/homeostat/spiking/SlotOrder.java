package homeostat.spiking;

import java.util.Arrays;

/**
 * Neurons sorted by cell type (stable): neuron {@code order[s]} lies in slot s. Inside the
 * simulator all neurons of a type are neighbours, so that loops have constant parameters and
 * vectorise; each type fills a multiple of 16 slots, the last ones of which stay empty.
 *
 * @param order [slot] neuron, or {@link #EMPTY}
 * @param slotOf [neuron] slot
 * @param start [types + 1] first slot of each type
 */
public record SlotOrder(int[] order, int[] slotOf, int[] start) {
  /** In place of a neuron: an empty slot. */
  public static final int EMPTY = -1;

  /**
   * Neurons by type.
   *
   * @param typeOf [neuron] cell type
   * @param types number of cell types
   */
  public static SlotOrder of(int[] typeOf, int types) {
    int[] start = new int[types + 1];
    for (int n = 0; n < typeOf.length; n++) {
      if (typeOf[n] < 0 || typeOf[n] >= types) {
        throw new IllegalArgumentException(
            "neuron " + n + " has cell type " + typeOf[n] + ", known are 0 to " + (types - 1));
      }
      start[typeOf[n] + 1]++;
    }
    for (int c = 0; c < types; c++) {
      start[c + 1] = start[c] + Math.ceilDiv(start[c + 1], Blocks.WIDTH) * Blocks.WIDTH;
    }
    int[] next = start.clone();
    int[] order = new int[start[types]];
    int[] slotOf = new int[typeOf.length];
    Arrays.fill(order, EMPTY);
    for (int n = 0; n < typeOf.length; n++) {
      int slot = next[typeOf[n]]++;
      order[slot] = n;
      slotOf[n] = slot;
    }
    return new SlotOrder(order, slotOf, start);
  }

  /** Number of neurons N. */
  public int neurons() {
    return slotOf.length;
  }

  /** Number of slots, at least N and less than 16 for each type above. */
  public int slots() {
    return order.length;
  }
}
