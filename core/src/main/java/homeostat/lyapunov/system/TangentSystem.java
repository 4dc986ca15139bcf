package homeostat.lyapunov.system;

import homeostat.lyapunov.arithmetic.Arithmetic;

/**
 * A dynamical system in steps with what becomes of small deviations: x(n+1) = F_n(x(n)), V(n+1) =
 * D_n(x(n)) V(n), D = dF/dx. An instance owns scratch memory: use one a thread.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface TangentSystem<A> {
  /** The precision it works in. */
  Arithmetic<A> arithmetic();

  /** Number of state variables. */
  int size();

  /** Time that a step takes. */
  double duration();

  /**
   * One step of the state, in place.
   *
   * @param n number of the step, for systems that are driven
   * @param x [size]
   */
  void advance(long n, A x);

  /**
   * One step of state and deviations, in place.
   *
   * @param frame the deviations V, [size][columns] row-major
   */
  void advance(long n, A x, A frame, int columns);
}
