package homeostat.spiking.simulation;

import homeostat.spiking.Blocks;
import homeostat.spiking.Recording;

/**
 * What one block of a chunk leaves behind. The arrays are made once and used by every chunk. Rows
 * that nobody reads later are shared between steps.
 *
 * @param spikes [step][slot] lane masks of spikes
 * @param v [step + 1][slot * 16 + lane] potential before each step, and after the last
 * @param total [step][slot * 16 + lane] sum of conductances used in the step, nS
 * @param clamped [step][slot * 16 + lane] bit 2 k + component: the clamp cut that component
 */
record Tape(short[][] spikes, float[][] v, float[][] total, int[][] clamped) {

  static Tape of(int neurons, int steps, Recording recording) {
    int size = neurons * Blocks.WIDTH;
    boolean adjoint = recording == Recording.ADJOINT;
    boolean voltages = adjoint || recording == Recording.VOLTAGES;
    float[][] v = new float[steps + 1][];
    for (int t = 0; t <= steps; t++) {
      v[t] = voltages || t < 2 ? new float[size] : v[t - 2];
    }
    float[][] total = new float[steps][];
    int[][] clamped = new int[adjoint ? steps : 0][size];
    for (int t = 0; t < steps; t++) {
      total[t] = adjoint || t == 0 ? new float[size] : total[0];
    }
    return new Tape(new short[steps][neurons], v, total, clamped);
  }

  /** Bytes of the arrays of all blocks of a batch. */
  static long bytes(int neurons, int batch, int steps, Recording recording) {
    long size = (long) neurons * Blocks.WIDTH;
    long voltageRows = recording == Recording.SPIKES ? Math.min(2, steps + 1) : steps + 1L;
    long totalRows = recording == Recording.ADJOINT ? steps : 1;
    long clampRows = recording == Recording.ADJOINT ? steps : 0;
    long block = 2L * neurons * steps + 4 * size * (voltageRows + totalRows + clampRows);
    return Blocks.count(batch) * block;
  }
}
