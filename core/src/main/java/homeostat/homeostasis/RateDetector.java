package homeostat.homeostasis;

/**
 * The detector: a running rate of each unit, an exponential mean over the last {@code tau} seconds,
 *
 * <pre>
 *   r <- r + (T / tau) (x - r)
 * </pre>
 *
 * <p>where x is the rate in Hz that was seen in the last T seconds; where T is longer than tau, r
 * is x. The rates themselves belong to the caller, who carries them.
 *
 * @param tau [unit] s
 */
public record RateDetector(double[] tau) {

  /**
   * Spikes that a detector has to hold: a rate from n Poisson spikes is uncertain by 1/sqrt(n), a
   * fifth here, and a loop that follows a noisier one scatters the strengths.
   */
  public static final double LEAST_SPIKES = 25;

  /** Checks that every memory is positive. */
  public RateDetector {
    for (double t : tau) {
      if (!(t > 0 && t < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a memory of " + t + " s is not a positive time");
      }
    }
  }

  /**
   * The shortest memory in which a unit at its target gives {@link #LEAST_SPIKES} spikes, s.
   *
   * @param target rate, Hz
   * @param trains spike trains that are pooled: trials, times the cells of the unit
   */
  public static double shortest(double target, double trains) {
    return LEAST_SPIKES / (trains * target);
  }

  /**
   * Takes in what was seen.
   *
   * @param running [unit] Hz; changed in place
   * @param seen [unit] Hz
   * @param seconds over how long, T
   */
  public void observe(double[] running, double[] seen, double seconds) {
    for (int u = 0; u < running.length; u++) {
      running[u] += Math.min(1, seconds / tau[u]) * (seen[u] - running[u]);
    }
  }
}
