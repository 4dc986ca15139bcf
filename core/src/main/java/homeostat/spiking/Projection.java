package homeostat.spiking;

import homeostat.kernel.Csr;
import java.util.Arrays;

/**
 * The synapses of a set of senders, rows by sender, columns by receiving slot, ready for panels
 * [slot][lane].
 */
final class Projection {
  private final int[] offsets;

  /** Receiving slot times the lane width: where the receiver's lanes start in a panel. */
  private final int[] targets;

  private final float[] weights;
  private final int types;

  /** [row][type + 1] where the entries of each target type start. */
  private final int[] splits;

  private Projection(int[] offsets, int[] targets, float[] weights, int types, int[] splits) {
    this.offsets = offsets;
    this.targets = targets;
    this.weights = weights;
    this.types = types;
    this.splits = splits;
  }

  /**
   * Rows taken in the given order, columns sorted by slot.
   *
   * @param rowOrder [row] which row of {@code wiring} becomes this one
   */
  static Projection of(Csr wiring, int[] rowOrder, SlotOrder slots) {
    int types = slots.start().length - 1;
    int[] offsets = new int[rowOrder.length + 1];
    int[] targets = new int[wiring.entries()];
    float[] weights = new float[wiring.entries()];
    int[] splits = new int[rowOrder.length * (types + 1)];
    int at = 0;
    for (int row = 0; row < rowOrder.length; row++) {
      int from = wiring.offsets()[rowOrder[row]];
      int count = wiring.offsets()[rowOrder[row] + 1] - from;
      long[] sorted = new long[count];
      for (int e = 0; e < count; e++) {
        sorted[e] = ((long) slots.slotOf()[wiring.columns()[from + e]] << 32) | (from + e);
      }
      Arrays.sort(sorted);
      int type = 0;
      for (int e = 0; e < count; e++) {
        int slot = (int) (sorted[e] >>> 32);
        for (; slot >= slots.start()[type]; type++) {
          splits[row * (types + 1) + type] = at;
        }
        targets[at] = slot * Blocks.WIDTH;
        weights[at++] = wiring.values()[(int) sorted[e]];
      }
      Arrays.fill(splits, row * (types + 1) + type, (row + 1) * (types + 1), at);
      offsets[row + 1] = at;
    }
    return new Projection(offsets, targets, weights, types, splits);
  }

  /** Adds a row's weights to the drive of its receivers in the lanes of {@code lanes}. */
  void scatter(int row, int lanes, float[] drive) {
    for (int rest = lanes; rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        drive[targets[e] + lane] += weights[e];
      }
    }
  }

  /**
   * Adds to {@code sums[target type]} the products of a row's weights and its receivers' {@code
   * panel}, over the lanes of {@code lanes}.
   */
  void gather(int row, int lanes, float[] panel, double[] sums, int at) {
    for (int rest = lanes; rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      for (int type = 0; type < types; type++) {
        int first = row * (types + 1) + type;
        double sum = 0;
        for (int e = splits[first]; e < splits[first + 1]; e++) {
          sum += (double) weights[e] * panel[targets[e] + lane];
        }
        sums[at + type] += sum;
      }
    }
  }

  /**
   * Transposed product: {@code out[row][lane] += sum_e weight[e] panel[target[e]][lane]} for a
   * range of rows.
   */
  void pull(int fromRow, int toRow, float[] panel, float[] out) {
    for (int row = fromRow; row < toRow; row++) {
      pullRow(offsets[row], offsets[row + 1], panel, out, row * Blocks.WIDTH);
    }
  }

  private void pullRow(int from, int to, float[] panel, float[] out, int at) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    float s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
    for (int e = from; e < to; e++) {
      float w = weights[e];
      int b = targets[e];
      s0 += w * panel[b];
      s1 += w * panel[b + 1];
      s2 += w * panel[b + 2];
      s3 += w * panel[b + 3];
      s4 += w * panel[b + 4];
      s5 += w * panel[b + 5];
      s6 += w * panel[b + 6];
      s7 += w * panel[b + 7];
      s8 += w * panel[b + 8];
      s9 += w * panel[b + 9];
      s10 += w * panel[b + 10];
      s11 += w * panel[b + 11];
      s12 += w * panel[b + 12];
      s13 += w * panel[b + 13];
      s14 += w * panel[b + 14];
      s15 += w * panel[b + 15];
    }
    out[at] += s0;
    out[at + 1] += s1;
    out[at + 2] += s2;
    out[at + 3] += s3;
    out[at + 4] += s4;
    out[at + 5] += s5;
    out[at + 6] += s6;
    out[at + 7] += s7;
    out[at + 8] += s8;
    out[at + 9] += s9;
    out[at + 10] += s10;
    out[at + 11] += s11;
    out[at + 12] += s12;
    out[at + 13] += s13;
    out[at + 14] += s14;
    out[at + 15] += s15;
  }
}
