package homeostat.spiking.brain;

import homeostat.connectome.brain.SynapseRows;
import java.util.Arrays;

/**
 * The part of every sender's connections whose receivers are the neurons {@code [low, high)}.
 *
 * @param low first receiver
 * @param high behind the last receiver
 * @param starts [sender] first entry
 * @param ends [sender + shift] behind the last entry
 * @param shift 1 where the ends are the starts of the next sender
 * @param longest most entries of one sender
 */
record RowParts(int low, int high, int[] starts, int[] ends, int shift, int longest) {

  /** Every which connection is counted to find ranges of equal work. */
  private static final int SAMPLED = 16;

  int from(int sender) {
    return starts[sender];
  }

  int to(int sender) {
    return ends[sender + shift];
  }

  /** Cuts the receivers into ranges of about as many incoming connections each. */
  static RowParts[] cut(SynapseRows rows, int count) {
    int longest = 0;
    for (int i = 0; i < rows.neurons(); i++) {
      longest = Math.max(longest, rows.degree(i));
    }
    if (count == 1) {
      return new RowParts[] {
        new RowParts(0, rows.neurons(), rows.offsets(), rows.offsets(), 1, longest)
      };
    }
    int[] bounds = bounds(rows, count);
    RowParts[] parts = new RowParts[count];
    int[] starts = rows.offsets();
    for (int p = 0; p < count; p++) {
      boolean last = p == count - 1;
      int high = bounds[p + 1];
      int[] ends = rows.offsets();
      if (!last) {
        ends = new int[rows.neurons()];
        Arrays.setAll(ends, sender -> rows.firstAtLeast(sender, high));
      }
      parts[p] = new RowParts(bounds[p], high, starts, ends, last ? 1 : 0, longest);
      starts = ends;
    }
    return parts;
  }

  private static int[] bounds(SynapseRows rows, int count) {
    int[] incoming = new int[rows.neurons()];
    for (int e = 0; e < rows.entries().length; e += SAMPLED) {
      incoming[rows.target(e)] += SAMPLED;
    }
    int[] bounds = new int[count + 1];
    // A neuron costs something also without connections.
    long total = rows.neurons();
    for (int connections : incoming) {
      total += connections;
    }
    long sum = 0;
    int part = 1;
    for (int i = 0; i < rows.neurons() && part < count; i++) {
      sum += incoming[i] + 1;
      while (part < count && sum * count >= total * part) {
        bounds[part++] = i + 1;
      }
    }
    Arrays.fill(bounds, part, count + 1, rows.neurons());
    return bounds;
  }
}
