package homeostat.lyapunov;

import homeostat.lyapunov.system.TangentSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * The spectrum as the published program computes it: the system's Jacobian taken after each step,
 * both transients within the time that the sum is divided by, and a history divided by the time of
 * the orthonormalisation before.
 *
 * @param exponents in the order of the columns
 * @param history the running estimates, one a counted orthonormalisation, [count][k]
 * @param times the published times, one more than {@code history}
 * @param intervals the interval in steps after each orthonormalisation, the first one before
 * @param state the last state
 */
public record PublishedSpectrum(
    double[] exponents, List<double[]> history, double[] times, int[] intervals, double[] state) {

  /**
   * Computes it.
   *
   * @param simulated simulated time, tSim
   * @param between time between orthonormalisations, tONS; 0 for the published adaptive rule
   * @param dt length of a step in the same units
   */
  public static <A> PublishedSpectrum of(
      TangentSystem<A> system,
      double[] start,
      double[] frame,
      double simulated,
      double between,
      double dt) {
    PublishedSteps steps = PublishedSteps.of(simulated, dt);
    int first = steps.transientSteps();
    int interval = between > 0 ? (int) Math.ceil(between / dt) : 2;
    Tangents<A> tangents = new Tangents<>(system, start, frame, false);
    tangents.relax(first + 1L);
    int k = tangents.columns;
    double[] sum = new double[k];
    double[] growth = new double[k];
    List<double[]> history = new ArrayList<>();
    List<Double> times = new ArrayList<>(List.of(1.0));
    List<Integer> intervals = new ArrayList<>(List.of(interval));
    double t = 1;
    double[] state = new double[0];
    for (int s = first + 1; s < steps.states(); s++) {
      state = s == steps.states() - 1 ? tangents.state() : state;
      tangents.advance(1);
      if (s % interval == 0 || s == steps.states() - 1) {
        tangents.orthonormalise(growth);
        if (between <= 0 && k > 1) {
          interval = adapted(interval, growth, dt);
        }
        intervals.add(interval);
        if (s > 2 * first) {
          double[] running = new double[k];
          for (int j = 0; j < k; j++) {
            sum[j] += growth[j];
            running[j] = sum[j] / t;
          }
          history.add(running);
          times.add(t);
        }
        t = s * dt;
      }
    }
    for (int j = 0; j < k; j++) {
      sum[j] /= t;
    }
    return new PublishedSpectrum(
        sum,
        history,
        times.stream().mapToDouble(Double::doubleValue).toArray(),
        intervals.stream().mapToInt(Integer::intValue).toArray(),
        state);
  }

  /**
   * The published rule, which takes raw entries of R for growth rates. It is kept above one step,
   * where the original would divide by zero.
   */
  private static int adapted(int interval, double[] growth, double dt) {
    double most = StrictMath.exp(growth[0]);
    double least = StrictMath.exp(growth[growth.length - 1]);
    double target = Math.ceil((growth[0] - growth[growth.length - 1]) / (most - least) / dt);
    if (Double.isNaN(target)) {
      return interval;
    }
    int change = (int) (Math.signum(target - interval) * Math.ceil(0.1 * interval));
    return Math.max(1, interval + change);
  }
}
