package homeostat.spiking.brain;

import homeostat.array.NdArray;

/**
 * A and B of every neuron (see {@link FrameTables}); a refractory neuron has A = NaN, which
 * swallows input and is above no threshold, so that nothing asks whether a neuron is refractory.
 * Steps count within the period of the tables.
 */
interface Frame {

  /** Adds entries {@code [from, to)} of the rows to their receivers. */
  void deliver(int from, int to, int step);

  /**
   * As above, and lists the receivers whose A says that they might fire.
   *
   * @param candidates has room for one more than there are entries
   * @return how many
   */
  int deliver(int from, int to, int step, int[] candidates);

  /** Raises a neuron's potential. */
  void raise(int neuron, double millivolts, int step);

  /** Whether a neuron will fire if nothing more arrives; a few that will not are let in. */
  boolean canFire(int neuron, int step);

  /**
   * Finds those of {@code count} watched neurons that are above threshold.
   *
   * @return {@code firedSoFar} and their number
   */
  int above(int[] watched, int count, int step, int[] fired, int firedSoFar);

  /**
   * Finds the neurons of {@code [from, to)} that are above threshold, ascending.
   *
   * @return {@code firedSoFar} and their number
   */
  int above(int from, int to, int step, int[] fired, int firedSoFar);

  /** Makes a neuron refractory. */
  void deafen(int neuron);

  /** Makes a refractory neuron integrate again, from reset. */
  void release(int neuron, int step);

  /** Moves the time from which steps count on by a period, for the neurons {@code [from, to)}. */
  void rescale(int from, int to);

  /** What {@link #load} takes back. */
  NdArray save();

  /** Takes back what was saved. */
  void load(NdArray saved);
}
