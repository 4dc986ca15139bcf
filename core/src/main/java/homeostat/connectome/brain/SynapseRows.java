package homeostat.connectome.brain;

import homeostat.kernel.Csr;
import java.util.Arrays;

/**
 * The connections of a brain by sender, four bytes each where weights are whole numbers: the low
 * {@code targetBits} bits of an entry are the receiver, the others a signed synapse count. Weights
 * that are not whole lie beside the receivers as floats.
 *
 * @param neurons number of neurons
 * @param offsets [neurons + 1] where the entries of each sender start
 * @param entries [entry] receiver and count, or the receiver alone; receivers ascend within a
 *     sender, and a receiver may come twice (a count too large for its bits is split)
 * @param targetBits bits of the receiver
 * @param weights [entry] weights that are not whole; empty where counts are in the entries
 */
public record SynapseRows(
    int neurons, int[] offsets, int[] entries, int targetBits, float[] weights) {

  /** Checks lengths and offsets, not every entry. */
  public SynapseRows {
    if (offsets.length != neurons + 1 || offsets[0] != 0 || offsets[neurons] != entries.length) {
      throw new IllegalArgumentException(
          "offsets do not describe " + neurons + " rows of " + entries.length + " entries");
    }
    if (targetBits < bits(neurons) || targetBits > 31) {
      throw new IllegalArgumentException(
          targetBits + " bits cannot number " + neurons + " neurons beside a count");
    }
    if (weights.length != 0 && weights.length != entries.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + entries.length + " entries");
    }
  }

  /** Bits that number so many neurons. */
  public static int bits(int neurons) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, neurons - 1)));
  }

  /** Largest absolute count that fits into an entry. */
  public static int largestCount(int targetBits) {
    return (1 << (Integer.SIZE - 1 - targetBits)) - 1;
  }

  /** Receiver and count in one entry. */
  public static int pack(int target, int count, int targetBits) {
    return count << targetBits | target;
  }

  /** The same weights as a sparse matrix; whole weights become counts. */
  public static SynapseRows of(Csr weights) {
    int neurons = weights.rows();
    if (weights.cols() != neurons) {
      throw new IllegalArgumentException(weights + " is not square");
    }
    int bits = bits(neurons);
    for (float value : weights.values()) {
      if (value != (int) value) {
        return new SynapseRows(
            neurons, weights.offsets(), weights.columns(), bits, weights.values());
      }
    }
    RowBuilder rows = new RowBuilder(neurons, weights.entries());
    for (int sender = 0; sender < neurons; sender++) {
      for (int e = weights.offsets()[sender]; e < weights.offsets()[sender + 1]; e++) {
        rows.add(weights.columns()[e], (int) weights.values()[e]);
      }
      rows.endRow();
    }
    return rows.build();
  }

  /** Whether counts are in the entries. */
  public boolean packed() {
    return weights.length == 0;
  }

  /** The receiver of an entry. */
  public int target(int entry) {
    return packed() ? entries[entry] & ((1 << targetBits) - 1) : entries[entry];
  }

  /** The signed weight of an entry: a number of synapses, or what the source has for it. */
  public double weight(int entry) {
    return packed() ? entries[entry] >> targetBits : weights[entry];
  }

  /** Number of connections of a sender. */
  public int degree(int sender) {
    return offsets[sender + 1] - offsets[sender];
  }

  /** First entry of a sender whose receiver is not below {@code target}. */
  public int firstAtLeast(int sender, int target) {
    int low = offsets[sender];
    int high = offsets[sender + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (target(middle) < target) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Sum of absolute weights: synapses, where weights are counts. */
  public double synapses() {
    double sum = 0;
    for (int e = 0; e < entries.length; e++) {
      sum += Math.abs(weight(e));
    }
    return sum;
  }

  /** Equal by content. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SynapseRows that
        && neurons == that.neurons
        && targetBits == that.targetBits
        && Arrays.equals(offsets, that.offsets)
        && Arrays.equals(entries, that.entries)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(offsets) + Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return "SynapseRows[" + neurons + " neurons, " + entries.length + " entries]";
  }
}
