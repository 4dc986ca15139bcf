package homeostat.disinhibition.circuit;

import java.util.List;

/**
 * The right-hand side of a network's differential equations for several samples at once. The state
 * is a list of blocks [row][width], one for the potentials of each population; row i belongs to
 * sample {@code samples[i]}. For one thread at a time.
 */
public interface BatchField {

  /** Width of each block. */
  List<Integer> widths();

  /**
   * Evaluates dx/dt, in units per second, for the first {@code rows} rows.
   *
   * @param samples the sample of each row
   * @param state blocks of the state; not changed
   * @param slope receives dx/dt, blocks of the same shape
   */
  void slope(int[] samples, int rows, List<float[]> state, List<float[]> slope);
}
