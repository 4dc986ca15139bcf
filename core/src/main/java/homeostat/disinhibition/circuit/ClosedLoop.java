package homeostat.disinhibition.circuit;

/** A way to the steady states of a network with and without control. */
public interface ClosedLoop extends OpenLoop {

  /**
   * Moves some samples from their open-loop state to that under control.
   *
   * @param activity holds what {@link #open} of the same samples wrote last; receives the state
   */
  Settled close(Control control, int from, int samples, Activity activity);
}
