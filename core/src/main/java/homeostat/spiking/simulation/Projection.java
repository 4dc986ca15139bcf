package homeostat.spiking.simulation;

import homeostat.kernel.Csr;
import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.Pairs;
import homeostat.spiking.SlotOrder;
import java.util.Arrays;

/** The synapses of a set of senders, rows by sender, columns by receiving slot. */
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
   * @param rowOrder [row] which row of {@code wiring} becomes this one, or {@link SlotOrder#EMPTY}
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
      boolean empty = rowOrder[row] == SlotOrder.EMPTY;
      int from = empty ? 0 : wiring.offsets()[rowOrder[row]];
      int count = empty ? 0 : wiring.offsets()[rowOrder[row] + 1] - from;
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
    Csr rows = new Csr(rowOrder.length, slots.slots(), offsets, columns, weights);
    return new Projection(rows, types, splits, source);
  }

  int entries() {
    return source.length;
  }

  Csr rows() {
    return rows;
  }

  /** Takes other weights, in the order of the entries of the wiring. */
  void load(float[] weights) {
    for (int at = 0; at < source.length; at++) {
      rows.values()[at] = weights[source[at]];
    }
  }

  /**
   * Adds a row's weights to the drive of its receivers.
   *
   * @param width lanes of the block
   * @param at entry of receiver 0 in the lane meant
   */
  void scatter(int row, float[] drive, int width, int at) {
    int[] columns = rows.columns();
    float[] weights = rows.values();
    int end = rows.offsets()[row + 1];
    for (int e = rows.offsets()[row]; e < end; e++) {
      drive[columns[e] * width + at] += weights[e];
    }
  }

  /** Adds a row's weights times a number to the drive of its receivers in every lane. */
  void spread(int row, float x, float[] drive, int width, int at) {
    for (int e = rows.offsets()[row]; e < rows.offsets()[row + 1]; e++) {
      int entry = at + rows.columns()[e] * width;
      for (int lane = 0; lane < width; lane++) {
        drive[entry + lane] += x * rows.values()[e];
      }
    }
  }

  /**
   * Adds to {@code sums[sumsAt + target type]} a row's weights times a number times what its
   * receivers heard.
   *
   * @param heard [slot] from {@code from} on
   */
  void gatherConstant(int row, double x, double[] heard, int from, double[] sums, int sumsAt) {
    for (int type = 0; type < types; type++) {
      int first = row * (types + 1) + type;
      for (int e = splits[first]; e < splits[first + 1]; e++) {
        sums[sumsAt + type] += x * rows.values()[e] * heard[from + rows.columns()[e]];
      }
    }
  }

  /** Adds to {@code sums[entry]} a number times what each receiver of a row heard. */
  void addConstant(float[] sums, int row, double x, double[] heard, int from) {
    for (int e = rows.offsets()[row]; e < rows.offsets()[row + 1]; e++) {
      sums[e] += (float) (x * heard[from + rows.columns()[e]]);
    }
  }

  /**
   * Adds to {@code sums[sumsAt + target type]} the products of a row's weights and its receivers'
   * q, in four partial sums that do not wait for each other.
   *
   * @param q [pair of entries], from {@code at} on
   * @param width lanes of the block
   */
  void gather(int row, AlignedFloats q, int at, int width, int lane, double[] sums, int sumsAt) {
    int[] columns = rows.columns();
    float[] weights = rows.values();
    for (int type = 0; type < types; type++) {
      int first = row * (types + 1) + type;
      int end = splits[first + 1];
      int e = splits[first];
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      for (; e <= end - 4; e += 4) {
        a += weights[e] * q.get(at + Pairs.index(columns[e] * width + lane));
        b += weights[e + 1] * q.get(at + Pairs.index(columns[e + 1] * width + lane));
        c += weights[e + 2] * q.get(at + Pairs.index(columns[e + 2] * width + lane));
        d += weights[e + 3] * q.get(at + Pairs.index(columns[e + 3] * width + lane));
      }
      for (; e < end; e++) {
        a += weights[e] * q.get(at + Pairs.index(columns[e] * width + lane));
      }
      sums[sumsAt + type] += (a + b) + (c + d);
    }
  }

  /** Adds to {@code sums[entry]} the q of each receiver of a row; parameters as of gather. */
  void addTo(float[] sums, int row, AlignedFloats q, int at, int width, int lane) {
    int[] columns = rows.columns();
    int end = rows.offsets()[row + 1];
    for (int e = rows.offsets()[row]; e < end; e++) {
      sums[e] += q.get(at + Pairs.index(columns[e] * width + lane));
    }
  }

  /** Adds sums to a gradient in the order of the entries of the wiring. */
  void spread(float[] sums, double[] gradient) {
    for (int e = 0; e < sums.length; e++) {
      gradient[source[e]] += sums[e];
    }
  }
}
