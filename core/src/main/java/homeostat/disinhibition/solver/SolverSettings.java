package homeostat.disinhibition.solver;

import homeostat.dynamics.AdaptiveTsit5;
import homeostat.dynamics.Segment;
import homeostat.dynamics.Solution;
import homeostat.dynamics.StepControl;
import homeostat.dynamics.Stop;
import homeostat.dynamics.VectorField;

/**
 * How networks are integrated: Tsitouras' method with steps from a controller of their errors,
 * ended where the state hardly moves, each sample by itself.
 *
 * @param dt length of the first step; of every step if they are not adaptive, s
 * @param horizon time at which integration ends in any case, s
 * @param rtol relative tolerance of a step, and of the steady state
 * @param atol absolute tolerance of a step, and of the steady state
 * @param adaptive whether steps follow their errors, within dt / 10 and 10 dt
 * @param stopSteady whether a steady state ends the integration
 */
public record SolverSettings(
    double dt, double horizon, double rtol, double atol, boolean adaptive, boolean stopSteady) {
  /** As published. */
  public static final SolverSettings PUBLISHED =
      new SolverSettings(1e-3, 2, 1e-3, 1e-6, true, true);

  /** Attempts after which a sample is given up. */
  static final int MOST_ATTEMPTS = 4096;

  public SolverSettings {
    if (!(dt > 0 && horizon >= dt && rtol >= 0 && atol >= 0 && rtol + atol > 0)) {
      throw new IllegalArgumentException(
          "solver: 0 < dt "
              + dt
              + " <= horizon "
              + horizon
              + " s and tolerances rtol "
              + rtol
              + " and atol "
              + atol
              + " that are not negative and not both zero are needed");
    }
  }

  /** The choice of steps; the smallest is accepted whatever its error. */
  StepControl control() {
    double smallest = adaptive ? dt / 10 : dt;
    double largest = adaptive ? 10 * dt : dt;
    return new StepControl(dt, smallest, largest, true, 0.1, 0.3, 0.1, 0.9, 0.1, 1, 2);
  }

  /**
   * The same integration of one sample in float64.
   *
   * @param start state at time zero
   */
  public Solution solve(VectorField field, double[] start) {
    return solve(field, start, Segment.Observer.NONE);
  }

  /**
   * The same, with every step seen.
   *
   * @param observer sees each accepted step
   */
  public Solution solve(VectorField field, double[] start, Segment.Observer observer) {
    Stop stop = stopSteady ? Stop.steady(rtol, atol) : Stop.NEVER;
    return new AdaptiveTsit5(rtol, atol, control(), MOST_ATTEMPTS)
        .solve(field, 0, start, horizon, stop, observer);
  }
}
