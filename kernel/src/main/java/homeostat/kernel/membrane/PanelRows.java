package homeostat.kernel.membrane;

import homeostat.kernel.Csr;

/**
 * Rows of a sparse matrix for {@link MembraneSteps#pull}: columns in tiles, whose part of a panel
 * stays in the second-level cache, each as 16 bits within its tile; an even number of entries for
 * each row and tile, the last one with weight 0 where needed.
 */
public final class PanelRows {
  /** Columns of a tile. */
  public static final int TILE = 2048;

  private final int rows;
  private final int tiles;
  private final int[] offsets;
  private final short[] columns;
  private final float[] values;

  private PanelRows(int rows, int tiles, int[] offsets) {
    this.rows = rows;
    this.tiles = tiles;
    this.offsets = offsets;
    this.columns = new short[offsets[tiles * rows]];
    this.values = new float[columns.length];
  }

  /** The rows [from, to) of a matrix. */
  public static PanelRows of(Csr w, int from, int to) {
    int rows = to - from;
    int tiles = Math.max(1, (w.cols() + TILE - 1) / TILE);
    int[] offsets = new int[tiles * rows + 1];
    for (int row = 0; row < rows; row++) {
      for (int e = w.offsets()[from + row]; e < w.offsets()[from + row + 1]; e++) {
        offsets[w.columns()[e] / TILE * rows + row + 1]++;
      }
    }
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offsets[i - 1] + (offsets[i] + 1) / 2 * 2;
    }
    PanelRows made = new PanelRows(rows, tiles, offsets);
    made.load(w, from);
    return made;
  }

  /** Takes the values of a matrix of the same structure, its rows from {@code from} on. */
  public void load(Csr w, int from) {
    for (int row = 0; row < rows; row++) {
      int tile = -1;
      int at = 0;
      for (int e = w.offsets()[from + row]; e < w.offsets()[from + row + 1]; e++) {
        int column = w.columns()[e];
        if (column / TILE != tile) {
          tile = column / TILE;
          at = offsets[tile * rows + row];
        }
        columns[at] = (short) (column % TILE);
        values[at++] = w.values()[e];
      }
    }
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of tiles. */
  public int tiles() {
    return tiles;
  }

  /** [tile * rows + row] where entries start, and where the last ones end. */
  public int[] offsets() {
    return offsets;
  }

  /** [entry] column within its tile. */
  public short[] columns() {
    return columns;
  }

  /** [entry] weights. */
  public float[] values() {
    return values;
  }
}
