package homeostat.spiking.simulation;

import homeostat.kernel.membrane.MembraneStep;
import homeostat.spiking.Blocks;
import homeostat.spiking.Recording;

/**
 * What one block of a chunk leaves behind. The arrays are made once and used by every chunk. Rows
 * that nobody reads later are shared between steps.
 *
 * <p>A chunk may be kept in segments: potentials and spikes of all steps, sums of conductances and
 * clamp flags of one segment at a time, and the conductances at each segment's start, from which
 * the adjoint has the rest computed again. The sums of a segment's first step have two places, by
 * turns, since the adjoint asks for them when it is in the segment before already.
 *
 * @param rows [step + 1] each step; of the last one, which is the first of the next chunk, only
 *     potentials and spikes
 * @param segment steps of a segment, even unless it is the whole chunk
 * @param starts [segment][vector][component][lane] conductances at its start; none for one segment
 */
record Tape(MembraneStep[] rows, int segment, float[][] starts) {
  private static final float[] NO_TOTAL = {};
  private static final short[] NO_CUT = {};

  /**
   * Makes the arrays of a block.
   *
   * @param size entries of a panel
   * @param components conductance components: two for each synapse type
   * @param refractory whether more is reset than what spikes
   */
  static Tape of(
      int size, int components, int steps, int segment, Recording recording, boolean refractory) {
    int vectors = size / Blocks.WIDTH;
    boolean adjoint = recording == Recording.ADJOINT;
    boolean voltages = adjoint || recording == Recording.VOLTAGES;
    MembraneStep[] rows = new MembraneStep[steps + 1];
    for (int t = 0; t <= steps; t++) {
      boolean whole = adjoint && t < steps;
      int twin = t % segment == 0 ? t - 2 * segment : t - segment;
      short[] spikes = new short[vectors];
      rows[t] =
          new MembraneStep(
              voltages || t < 2 ? new float[size] : rows[t - 2].v(),
              spikes,
              refractory ? new short[vectors] : spikes,
              !whole ? NO_TOTAL : twin < 0 ? new float[size] : rows[twin].total(),
              !whole
                  ? NO_CUT
                  : t < segment ? new short[vectors * components] : rows[t - segment].cut());
    }
    int segments = adjoint ? Math.ceilDiv(steps, segment) : 1;
    return new Tape(rows, segment, new float[segments == 1 ? 0 : segments][size * components]);
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
  static long bytes(
      int slots, int components, int batch, int steps, int segment, Recording recording) {
    boolean adjoint = recording == Recording.ADJOINT;
    long size = (long) slots * Blocks.lanes(batch);
    long segments = adjoint ? Math.ceilDiv(steps, segment) : 1;
    long voltageRows = recording == Recording.SPIKES ? Math.min(2, steps + 1) : steps + 1L;
    long cuts = adjoint ? Math.min(segment, steps) : 0;
    long totals = cuts + (segments > 1 ? 1 : 0);
    long masks = size / Blocks.WIDTH * 2 * (steps + 1 + cuts * components);
    long starts = segments > 1 ? segments * components : 0;
    return masks + 4 * size * (voltageRows + totals + starts);
  }

  /**
   * The longest segment whose tape needs no more than some bytes; if there is none, that of the
   * smallest tape.
   */
  static int segment(
      int slots, int components, int batch, int steps, Recording recording, long most) {
    int best = steps;
    long least = Long.MAX_VALUE;
    for (int segments = 1; segments <= (steps + 1) / 2; segments++) {
      int length = segments == 1 ? steps : Math.ceilDiv(Math.ceilDiv(steps, segments), 2) * 2;
      long bytes = bytes(slots, components, batch, steps, length, recording);
      if (bytes < least) {
        least = bytes;
        best = length;
      }
      if (bytes <= most) {
        return length;
      }
    }
    return best;
  }
}
