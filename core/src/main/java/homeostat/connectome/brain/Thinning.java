package homeostat.connectome.brain;

import homeostat.connectome.Provenance;
import java.util.Arrays;

/** A brain without its weak connections, or without those of neurons to themselves. */
public final class Thinning {
  private final SynapseRows rows;
  private final int[] offsets;
  private final int[] entries;
  private final float[] weights;
  private int size;
  private long weak;
  private long loops;

  private Thinning(SynapseRows rows) {
    this.rows = rows;
    this.offsets = new int[rows.neurons() + 1];
    this.entries = new int[rows.entries().length];
    this.weights = new float[rows.weights().length];
  }

  /**
   * Drops connections; the provenance says how many.
   *
   * @param minimum connections of a smaller absolute weight, summed over parallel ones, are dropped
   * @param selfLoops whether connections of a neuron to itself are kept
   */
  public static Brain of(Brain brain, int minimum, boolean selfLoops) {
    if (minimum <= 1 && selfLoops) {
      return brain;
    }
    Thinning thinning = new Thinning(brain.rows());
    thinning.keep(minimum <= 1 ? 0 : minimum, selfLoops);
    Provenance provenance = brain.provenance();
    if (thinning.loops > 0) {
      provenance = provenance.note("connections of a neuron to itself dropped", thinning.loops);
    }
    if (thinning.weak > 0) {
      provenance =
          provenance.note(
              "connections of fewer than " + minimum + " synapses dropped", thinning.weak);
    }
    return brain.with(thinning.build(), provenance);
  }

  private void keep(double minimum, boolean selfLoops) {
    for (int sender = 0; sender < rows.neurons(); sender++) {
      int end = rows.offsets()[sender + 1];
      for (int e = rows.offsets()[sender]; e < end; ) {
        int target = rows.target(e);
        int first = e;
        double sum = 0;
        for (; e < end && rows.target(e) == target; e++) {
          sum += rows.weight(e);
        }
        if (target == sender && !selfLoops) {
          loops++;
        } else if (Math.abs(sum) < minimum) {
          weak++;
        } else {
          for (int k = first; k < e; k++) {
            if (weights.length > 0) {
              weights[size] = rows.weights()[k];
            }
            entries[size++] = rows.entries()[k];
          }
        }
      }
      offsets[sender + 1] = size;
    }
  }

  private SynapseRows build() {
    return new SynapseRows(
        rows.neurons(),
        offsets,
        Arrays.copyOf(entries, size),
        rows.targetBits(),
        Arrays.copyOf(weights, weights.length == 0 ? 0 : size));
  }
}
