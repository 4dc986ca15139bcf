package homeostat.spiking;

/**
 * Neurons sorted by cell type (stable): neuron {@code order[s]} lies in slot s. Inside the
 * simulator all neurons of a type are neighbours, so that loops have constant parameters and
 * vectorise.
 *
 * @param order [slot] neuron
 * @param slotOf [neuron] slot
 * @param start [types + 1] first slot of each type
 */
public record SlotOrder(int[] order, int[] slotOf, int[] start) {

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
      start[c + 1] += start[c];
    }
    int[] next = start.clone();
    int[] order = new int[typeOf.length];
    int[] slotOf = new int[typeOf.length];
    for (int n = 0; n < typeOf.length; n++) {
      int slot = next[typeOf[n]]++;
      order[slot] = n;
      slotOf[n] = slot;
    }
    return new SlotOrder(order, slotOf, start);
  }

  /** Number of neurons N. */
  public int neurons() {
    return order.length;
  }
}
