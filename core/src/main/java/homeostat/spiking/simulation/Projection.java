package homeostat.spiking.simulation;

import homeostat.kernel.Csr;
import homeostat.kernel.Kernels;
import homeostat.spiking.Blocks;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SlotOrder;
import java.util.Arrays;

/**
 * The synapses of a set of senders, rows by sender, columns by receiving slot, for panels
 * [slot][lane].
 */
final class Projection {
  private final Csr rows;
  private final int types;

  /** [row][type + 1] where the entries of each target type start. */
  private final int[] splits;

  /** [entry] the entry of the wiring that lies here. */
  private final int[] source;

  private Projection(Csr rows, int types, int[] splits, int[] source) {
    this.rows = rows;
    this.types = types;
    this.splits = splits;
    this.source = source;
  }

  /**
   * Rows taken in the given order, columns sorted by slot.
   *
   * @param rowOrder [row] which row of {@code wiring} becomes this one
   */
  static Projection of(Csr wiring, int[] rowOrder, SlotOrder slots) {
    int types = slots.start().length - 1;
    int[] offsets = new int[rowOrder.length + 1];
    int[] columns = new int[wiring.entries()];
    float[] weights = new float[wiring.entries()];
    int[] source = new int[wiring.entries()];
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
        columns[at] = slot;
        source[at] = (int) sorted[e];
        weights[at++] = wiring.values()[(int) sorted[e]];
      }
      Arrays.fill(splits, row * (types + 1) + type, (row + 1) * (types + 1), at);
      offsets[row + 1] = at;
    }
    Csr rows = new Csr(rowOrder.length, slots.neurons(), offsets, columns, weights);
    return new Projection(rows, types, splits, source);
  }

  int entries() {
    return source.length;
  }

  /** Takes other weights, in the order of the entries of the wiring. */
  void load(float[] weights) {
    for (int at = 0; at < source.length; at++) {
      rows.values()[at] = weights[source[at]];
    }
  }

  /**
   * Adds to {@code sums[entry]} the {@code panel} of each receiver of a row, over the lanes of
   * {@code lanes}.
   */
  void addTo(float[] sums, int row, int lanes, float[] panel) {
    int[] columns = rows.columns();
    int end = rows.offsets()[row + 1];
    for (int rest = lanes; rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      for (int e = rows.offsets()[row]; e < end; e++) {
        sums[e] += panel[columns[e] * Blocks.WIDTH + lane];
      }
    }
  }

  /**
   * Adds sums, times the scaling factor of their synapse, to a gradient in the order of the entries
   * of the wiring.
   *
   * @param rowTypes [row] type of the sender
   * @param shift presynaptic group of type 0
   */
  void spread(float[] sums, ScalingFactors factors, int[] rowTypes, int shift, double[] gradient) {
    for (int row = 0; row < rows.rows(); row++) {
      for (int type = 0; type < types; type++) {
        double factor = factors.of(shift + rowTypes[row], type);
        int first = row * (types + 1) + type;
        for (int e = splits[first]; e < splits[first + 1]; e++) {
          gradient[source[e]] += factor * sums[e];
        }
      }
    }
  }

  /** Adds a row's weights to the drive of its receivers in the lanes of {@code lanes}. */
  void scatter(int row, int lanes, float[] drive) {
    int[] columns = rows.columns();
    float[] weights = rows.values();
    int end = rows.offsets()[row + 1];
    for (int rest = lanes; rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      for (int e = rows.offsets()[row]; e < end; e++) {
        drive[columns[e] * Blocks.WIDTH + lane] += weights[e];
      }
    }
  }

  /**
   * Adds to {@code sums[at + target type]} the products of a row's weights and its receivers'
   * {@code panel}, over the lanes of {@code lanes}.
   */
  void gather(int row, int lanes, float[] panel, double[] sums, int at) {
    int[] columns = rows.columns();
    float[] weights = rows.values();
    for (int rest = lanes; rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      for (int type = 0; type < types; type++) {
        int first = row * (types + 1) + type;
        double sum = 0;
        for (int e = splits[first]; e < splits[first + 1]; e++) {
          sum += (double) weights[e] * panel[columns[e] * Blocks.WIDTH + lane];
        }
        sums[at + type] += sum;
      }
    }
  }

  /** Brings the weights of a copy of the rows from {@code from} on up to date. */
  void refresh(Csr copy, int from) {
    float[] values = copy.values();
    System.arraycopy(rows.values(), rows.offsets()[from], values, 0, values.length);
  }

  /** A copy of the rows in [from, to); all others are empty. */
  Csr range(int from, int to) {
    int[] offsets = new int[rows.rows() + 1];
    int base = rows.offsets()[from];
    int end = rows.offsets()[to];
    for (int row = from; row < rows.rows(); row++) {
      offsets[row + 1] = Math.min(rows.offsets()[row + 1], end) - base;
    }
    return new Csr(
        rows.rows(),
        rows.cols(),
        offsets,
        Arrays.copyOfRange(rows.columns(), base, end),
        Arrays.copyOfRange(rows.values(), base, end));
  }

  /** Transposed product: {@code out[row][lane] += sum_e weight[e] panel[column[e]][lane]}. */
  static void pull(Csr rows, float[] panel, float[] out) {
    Kernels.active()
        .sparsePanels()
        .backward(rows, rows.values(), panel, out, Blocks.WIDTH, 0, Blocks.WIDTH);
  }
}
