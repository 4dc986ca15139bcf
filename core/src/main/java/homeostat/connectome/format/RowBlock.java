package homeostat.connectome.format;

import homeostat.connectome.Dropped;
import homeostat.connectome.table.NodeIndex;
import homeostat.connectome.table.PlainRows;

/**
 * Some rows of a table at a time. Ids are numbered block by block: looking up one after the other,
 * with nothing between, lets the processor wait for many of them at once.
 */
final class RowBlock {
  private static final int ROWS = 1 << 10;

  private final long[] senderIds = new long[ROWS];
  private final long[] receiverIds = new long[ROWS];
  private final double[] weights = new double[ROWS];
  private final long[] lines = new long[ROWS];
  private final int[] senders = new int[ROWS];
  private final int[] receivers = new int[ROWS];
  private final Dropped.Place here = () -> "line " + lines[at()];
  private int size;
  private int current;

  /** Takes the next rows; false if there is none. */
  boolean fill(PlainRows rows) {
    size = 0;
    while (size < ROWS && rows.next()) {
      senderIds[size] = rows.sender();
      receiverIds[size] = rows.receiver();
      weights[size] = rows.weight();
      lines[size++] = rows.line();
    }
    return size > 0;
  }

  /** Numbers the ends of all rows. */
  void number(NodeIndex nodes) {
    for (int k = 0; k < size; k++) {
      senders[k] = nodes.number(senderIds[k]);
    }
    for (int k = 0; k < size; k++) {
      receivers[k] = nodes.number(receiverIds[k]);
    }
  }

  int size() {
    return size;
  }

  int sender(int row) {
    return senders[row];
  }

  int receiver(int row) {
    return receivers[row];
  }

  double weight(int row) {
    return weights[row];
  }

  /** Where a row stands, to be asked for before the next one. */
  Dropped.Place place(int row) {
    current = row;
    return here;
  }

  private int at() {
    return current;
  }
}
