package homeostat.dynamics;

/**
 * A dynamical system in discrete time, x(n+1) = F_n(x(n)): a map, a network's update, or a flow
 * integrated by a fixed-step method. An instance may own scratch memory: use one a thread.
 */
public interface Step {
  /** Number of state variables. */
  int size();

  /** Time that one step takes; 1 for a map. */
  double duration();

  /**
   * One step.
   *
   * @param n number of the step, for systems that are driven
   * @param x state before, [size]; not changed
   * @param next receives the state after, [size]; not the same array as {@code x}
   */
  void step(long n, double[] x, double[] next);
}
