package homeostat.connectome;

import homeostat.kernel.Csr;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Connections collected in any order: a growing list of (sender, receiver, weight). */
public final class EdgeBuffer {
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private double[] weight = new double[1024];
  private int size;

  /** How many were added. */
  public int size() {
    return size;
  }

  /** One more. */
  public void add(int sender, int receiver, double value) {
    if (size == from.length) {
      int larger = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
      if (larger == size) {
        throw new IllegalArgumentException("more than " + size + " connections do not fit");
      }
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
      weight = Arrays.copyOf(weight, larger);
    }
    from[size] = sender;
    to[size] = receiver;
    weight[size++] = value;
  }

  /** Gives node i the number {@code to[i]}, as sender and as receiver. */
  public void renumber(int[] to) {
    for (int e = 0; e < size; e++) {
      from[e] = to[from[e]];
      this.to[e] = to[this.to[e]];
    }
  }

  /**
   * The sorted matrix; weights of equal (sender, receiver) are summed in the order they were added,
   * in double precision. {@code size() - entries} of them were merged.
   */
  public Csr toCsr(int rows, int cols) {
    int[] order = stableOrder(from, rows, stableOrder(to, cols, null));
    int[] offsets = new int[rows + 1];
    int[] columns = new int[size];
    float[] values = new float[size];
    int entries = 0;
    double sum = 0;
    for (int k = 0; k < size; k++) {
      int e = order[k];
      sum += weight[e];
      boolean last = k + 1 == size || from[order[k + 1]] != from[e] || to[order[k + 1]] != to[e];
      if (last) {
        columns[entries] = to[e];
        values[entries++] = (float) sum;
        offsets[from[e] + 1] = entries;
        sum = 0;
      }
    }
    for (int i = 0; i < rows; i++) {
      offsets[i + 1] = Math.max(offsets[i + 1], offsets[i]);
    }
    boolean exact = entries == size;
    return new Csr(
        rows,
        cols,
        offsets,
        exact ? columns : Arrays.copyOf(columns, entries),
        exact ? values : Arrays.copyOf(values, entries));
  }

  /** A counting sort by key that keeps the order of equals, on top of an earlier order. */
  private int[] stableOrder(int[] key, int keys, int @Nullable [] earlier) {
    int[] next = new int[keys + 1];
    for (int e = 0; e < size; e++) {
      next[key[e] + 1]++;
    }
    for (int k = 0; k < keys; k++) {
      next[k + 1] += next[k];
    }
    int[] order = new int[size];
    for (int k = 0; k < size; k++) {
      int e = earlier == null ? k : earlier[k];
      order[next[key[e]]++] = e;
    }
    return order;
  }
}
