package homeostat.task.memory.cognitive;

/**
 * The time step and noise of a task.
 *
 * @param dt time step, ms
 * @param sigma noise on all input channels but fixation, for a step of 1 ms
 */
public record Clock(double dt, double sigma) {

  /** Checks the numbers. */
  public Clock {
    if (!(dt > 0)) {
      throw new IllegalArgumentException("dt is " + dt + " ms; it must be above 0");
    }
    if (!(sigma >= 0)) {
      throw new IllegalArgumentException("sigma is " + sigma + "; it must not be negative");
    }
  }

  /** 100 ms and sigma 1. */
  public static Clock usual() {
    return new Clock(100, 1);
  }

  /** Steps of a period, rounded down; a period above 0 that is shorter than a step is refused. */
  int steps(String period, double ms) {
    int steps = (int) (ms / dt * (1 + 1e-12)); // 0.3 / 0.1 is a little below 3
    if (!(ms >= 0) || (ms > 0 && steps == 0)) {
      throw new IllegalArgumentException(
          period + " lasts " + ms + " ms, which is no whole step of " + dt + " ms");
    }
    return steps;
  }

  /** Standard deviation of the noise of one step. */
  double noise() {
    return sigma / Math.sqrt(dt);
  }
}
