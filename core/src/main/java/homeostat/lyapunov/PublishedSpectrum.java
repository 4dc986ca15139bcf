package homeostat.lyapunov;

import homeostat.lyapunov.arithmetic.Qr;
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
    int k = frame.length / system.size();
    boolean adaptive = between <= 0 && k > 1;
    // The adaptive rule takes entries of R with their signs, which are those of the reflections.
    Tangents<A> tangents =
        adaptive
            ? new Tangents<>(system, start, Qr.of(frame, system.size(), k).q(), true)
            : new Tangents<>(system, start, frame, false);
    tangents.relax(first + 1L);
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
        if (adaptive) {
          double[] diagonal = tangents.reflect(growth);
          interval = adapted(interval, diagonal[0], diagonal[k - 1], dt);
        } else {
          tangents.orthonormalise(growth);
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
   * The published rule, which takes raw entries of R for growth rates: target = ceil(ln(R_11 /
   * R_kk) / (R_11 - R_kk) / dt), and no change where the two differ in sign. It is kept above one
   * step, where the original would divide by zero.
   */
  private static int adapted(int interval, double first, double last, double dt) {
    double target = Math.ceil(StrictMath.log(first / last) / (first - last) / dt);
    if (Double.isNaN(target)) {
      return interval;
    }
    int change = (int) (Math.signum(target - interval) * Math.ceil(0.1 * interval));
    return Math.max(1, interval + change);
  }
}
