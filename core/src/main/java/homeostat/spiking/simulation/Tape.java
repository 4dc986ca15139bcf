package homeostat.spiking.simulation;

import homeostat.kernel.membrane.MembraneStep;
import homeostat.spiking.Blocks;
import homeostat.spiking.Recording;

/**
 * What one block of a chunk leaves behind. The arrays are made once and used by every chunk. Rows
 * that nobody reads later are shared between steps.
 *
 * @param rows [step + 1] each step; of the last one, which is the first of the next chunk, only
 *     potentials and spikes
 */
record Tape(MembraneStep[] rows) {
  private static final float[] NO_TOTAL = {};
  private static final short[] NO_CUT = {};

  /**
   * Makes the arrays of a block.
   *
   * @param size entries of a panel
   * @param components conductance components: two for each synapse type
   */
  static Tape of(int size, int components, int steps, Recording recording) {
    int vectors = size / Blocks.WIDTH;
    boolean adjoint = recording == Recording.ADJOINT;
    boolean voltages = adjoint || recording == Recording.VOLTAGES;
    MembraneStep[] rows = new MembraneStep[steps + 1];
    for (int t = 0; t <= steps; t++) {
      boolean whole = adjoint && t < steps;
      rows[t] =
          new MembraneStep(
              voltages || t < 2 ? new float[size] : rows[t - 2].v(),
              new short[vectors],
              whole ? new float[size] : NO_TOTAL,
              whole ? new short[vectors * components] : NO_CUT);
    }
    return new Tape(rows);
  }

  int steps() {
    return rows.length - 1;
  }

  /** [step + 1][entry] potentials. */
  float[][] voltages() {
    float[][] v = new float[rows.length][];
    java.util.Arrays.setAll(v, t -> rows[t].v());
    return v;
  }

  /** [step][vector] spikes. */
  short[][] spikes() {
    short[][] spikes = new short[steps()][];
    java.util.Arrays.setAll(spikes, t -> rows[t].spikes());
    return spikes;
  }

  /** Bytes of the arrays of all blocks of a batch. */
  static long bytes(int slots, int components, int batch, int steps, Recording recording) {
    boolean adjoint = recording == Recording.ADJOINT;
    long size = (long) slots * Blocks.lanes(batch);
    long voltageRows = recording == Recording.SPIKES ? Math.min(2, steps + 1) : steps + 1L;
    long whole = adjoint ? steps : 0;
    long masks = size / Blocks.WIDTH * 2 * (steps + 1 + whole * components);
    return masks + 4 * size * (voltageRows + whole);
  }
}
