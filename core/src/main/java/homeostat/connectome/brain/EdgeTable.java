package homeostat.connectome.brain;

import java.util.Arrays;

/** Rows of a table of connections as they come: sender, receiver and count. */
final class EdgeTable {
  int[] senders = new int[1 << 16];
  int[] receivers = new int[1 << 16];
  int[] counts = new int[1 << 16];
  int size;

  void add(int sender, int receiver, int count) {
    if (size == senders.length) {
      int more = Math.addExact(size, size >> 1);
      senders = Arrays.copyOf(senders, more);
      receivers = Arrays.copyOf(receivers, more);
      counts = Arrays.copyOf(counts, more);
    }
    senders[size] = sender;
    receivers[size] = receiver;
    counts[size++] = count;
  }

  /** [rank] row numbers by sender, of one sender in the order of the file. */
  int[] bySender(int neurons) {
    int[] next = new int[neurons + 1];
    for (int i = 0; i < size; i++) {
      next[senders[i] + 1]++;
    }
    for (int n = 0; n < neurons; n++) {
      next[n + 1] += next[n];
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[next[senders[i]]++] = i;
    }
    return order;
  }
}
