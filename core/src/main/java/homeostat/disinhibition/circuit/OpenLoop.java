package homeostat.disinhibition.circuit;

/** A way to the steady state of a network without control; for one thread at a time. */
public interface OpenLoop {

  /**
   * Writes the state of some samples.
   *
   * @param x inputs, [sample][input]
   * @param from first sample
   * @param samples number of samples
   * @param activity receives the state, with cInt at zero
   */
  Settled open(float[] x, int from, int samples, Activity activity);
}
