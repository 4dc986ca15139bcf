package homeostat.kernel;

/**
 * A sparse matrix in compressed rows: the entries of row i are {@code values[offsets[i] ..
 * offsets[i + 1])}, in the columns {@code columns[...]}, ascending. For wiring, a row is a sender
 * and a column a receiver ({@code pre -> post}).
 *
 * @param rows number of rows
 * @param cols number of columns
 * @param offsets [rows + 1] where each row starts
 * @param columns [entries] ascending within a row
 * @param values [entries]
 */
public record Csr(int rows, int cols, int[] offsets, int[] columns, float[] values) {

  /** Checks the structure; a violation is a bug of the caller. */
  public Csr {
    if (rows < 0
        || cols < 0
        || offsets.length != rows + 1
        || offsets[0] != 0
        || offsets[rows] != columns.length) {
      throw new IllegalArgumentException(
          "offsets do not describe " + rows + " rows of " + columns.length + " entries");
    }
    if (values.length != columns.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + columns.length + " columns");
    }
    for (int i = 0; i < rows; i++) {
      if (offsets[i + 1] < offsets[i] || offsets[i + 1] > columns.length) {
        throw new IllegalArgumentException(
            "row "
                + i
                + " ends at entry "
                + offsets[i + 1]
                + ", before it starts or after the last");
      }
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        if (columns[e] < 0
            || columns[e] >= cols
            || (e > offsets[i] && columns[e] <= columns[e - 1])) {
          throw new IllegalArgumentException(
              "row " + i + " has columns out of order or range at entry " + e);
        }
      }
    }
  }

  /** Number of stored entries. */
  public int entries() {
    return columns.length;
  }

  /** The same wiring with other values. */
  public Csr with(float[] other) {
    return new Csr(rows, cols, offsets, columns, other);
  }

  /**
   * The matrix with rows and columns exchanged; entries of equal column keep the order of their
   * rows.
   */
  public Csr transpose() {
    int[] order = transposition();
    int[] starts = new int[cols + 1];
    for (int column : columns) {
      starts[column + 1]++;
    }
    for (int j = 0; j < cols; j++) {
      starts[j + 1] += starts[j];
    }
    int[] senders = new int[entries()];
    float[] moved = new float[entries()];
    int[] rowOf = rowOfEntry();
    for (int e = 0; e < entries(); e++) {
      senders[e] = rowOf[order[e]];
      moved[e] = values[order[e]];
    }
    return new Csr(cols, rows, starts, senders, moved);
  }

  /** [entries] for each entry of {@link #transpose()}, the number of the entry here. */
  public int[] transposition() {
    int[] next = new int[cols + 1];
    for (int column : columns) {
      next[column + 1]++;
    }
    for (int j = 0; j < cols; j++) {
      next[j + 1] += next[j];
    }
    int[] order = new int[entries()];
    for (int e = 0; e < entries(); e++) {
      order[next[columns[e]]++] = e;
    }
    return order;
  }

  /** [entries] the row of each entry. */
  public int[] rowOfEntry() {
    int[] row = new int[entries()];
    for (int i = 0; i < rows; i++) {
      java.util.Arrays.fill(row, offsets[i], offsets[i + 1], i);
    }
    return row;
  }

  /** From a dense row-major matrix; an entry is stored where {@code present} says so. */
  public static Csr dense(int rows, int cols, float[] matrix, boolean[] present) {
    int[] offsets = new int[rows + 1];
    int entries = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        entries += present[i * cols + j] ? 1 : 0;
      }
      offsets[i + 1] = entries;
    }
    int[] columns = new int[entries];
    float[] values = new float[entries];
    int e = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        if (present[i * cols + j]) {
          columns[e] = j;
          values[e++] = matrix[i * cols + j];
        }
      }
    }
    return new Csr(rows, cols, offsets, columns, values);
  }

  /** A square matrix of which every value other than 0 is an entry. */
  public static Csr nonZero(int size, float[] matrix) {
    boolean[] present = new boolean[matrix.length];
    for (int k = 0; k < matrix.length; k++) {
      present[k] = matrix[k] != 0;
    }
    return dense(size, size, matrix, present);
  }

  /** Equal by content: the same structure and the same values, bit for bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Csr that
        && rows == that.rows
        && cols == that.cols
        && java.util.Arrays.equals(offsets, that.offsets)
        && java.util.Arrays.equals(columns, that.columns)
        && java.util.Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * java.util.Arrays.hashCode(columns) + java.util.Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Csr[" + rows + " x " + cols + ", " + entries() + " entries]";
  }
}
