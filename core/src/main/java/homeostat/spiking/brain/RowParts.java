package homeostat.spiking.brain;

import homeostat.connectome.brain.SynapseRows;
import java.util.Arrays;

/**
 * The part of every sender's connections whose receivers are the neurons {@code [low, high)}. Where
 * it starts and ends is looked for when a sender is asked for first: few senders ever spike.
 */
final class RowParts {
  /** Every which connection is counted to find ranges of equal work. */
  private static final int SAMPLED = 64;

  private static final int[] ALL = {};

  private final SynapseRows rows;
  private final int low;
  private final int high;
  private final int longest;

  /** [2 sender, + 1] first entry + 1 and end + 1, 0 where not yet looked for; empty for all. */
  private final int[] found;

  private RowParts(SynapseRows rows, int low, int high, int longest) {
    this.rows = rows;
    this.low = low;
    this.high = high;
    this.longest = longest;
    this.found = low == 0 && high == rows.neurons() ? ALL : new int[2 * rows.neurons()];
  }

  /** First receiver. */
  int low() {
    return low;
  }

  /** Behind the last receiver. */
  int high() {
    return high;
  }

  /** Most entries of one sender. */
  int longest() {
    return longest;
  }

  int from(int sender) {
    if (found.length == 0) {
      return rows.offsets()[sender];
    }
    if (found[2 * sender] == 0) {
      found[2 * sender] = rows.firstAtLeast(sender, low) + 1;
      found[2 * sender + 1] = rows.firstAtLeast(sender, high) + 1;
    }
    return found[2 * sender] - 1;
  }

  /** Behind the last entry of a sender, after {@link #from}. */
  int to(int sender) {
    return found.length == 0 ? rows.offsets()[sender + 1] : found[2 * sender + 1] - 1;
  }

  /** A part with nothing looked for, for one more state. */
  RowParts fresh() {
    return new RowParts(rows, low, high, longest);
  }

  /** Cuts the receivers into ranges of about as many incoming connections each. */
  static RowParts[] cut(SynapseRows rows, int count) {
    int longest = 0;
    for (int i = 0; i < rows.neurons(); i++) {
      longest = Math.max(longest, rows.degree(i));
    }
    int[] bounds = bounds(rows, count);
    RowParts[] parts = new RowParts[count];
    for (int p = 0; p < count; p++) {
      parts[p] = new RowParts(rows, bounds[p], bounds[p + 1], longest);
    }
    return parts;
  }

  private static int[] bounds(SynapseRows rows, int count) {
    if (count == 1) {
      return new int[] {0, rows.neurons()};
    }
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
