package homeostat.spiking.brain;

/**
 * The factors of the frame in which a neuron rests between inputs. Without input,
 *
 * <pre>
 *   u(t) = v - v_rest = A e^(-t/tau_m) - B e^(-t/tau_syn)      k = tau_syn / (tau_m - tau_syn)
 *   B e^(-t/tau_syn) = k g(t)                                  A e^(-t/tau_m) = u(t) + k g(t)
 * </pre>
 *
 * with A and B constant, for every tau_m > tau_syn. An arrival of w at time t is two additions,
 * {@code A += w k e^(t/tau_m)} and {@code B += w k e^(t/tau_syn)}. Time counts from the last
 * multiple of {@link #period} steps, at which all A and B are rescaled, so that the growing factors
 * stay small.
 */
final class FrameTables {
  /** e^36 leaves twenty digits to both sides of a double's, and of a float's, range. */
  private static final double LARGEST_EXPONENT = 36;

  private static final int LONGEST_PERIOD = 4096;

  /** Steps from one rescaling to the next. */
  final int period;

  /** k = tau_syn / (tau_m - tau_syn). */
  final double k;

  /** [step within the period, period included] e^(-t/tau_m). */
  final double[] membraneDecay;

  /** [step within the period, period included] e^(-t/tau_syn). */
  final double[] synapseDecay;

  /** [step within the period] e^(t/tau_m). */
  final double[] membraneGrowth;

  /** [step within the period] e^(t/tau_syn). */
  final double[] synapseGrowth;

  FrameTables(BrainParameters parameters) {
    double dt = parameters.dt();
    period =
        Math.clamp((long) (LARGEST_EXPONENT * parameters.tauSynapse() / dt), 1, LONGEST_PERIOD);
    k = parameters.tauSynapse() / (parameters.tauMembrane() - parameters.tauSynapse());
    membraneDecay = exponentials(-dt / parameters.tauMembrane());
    synapseDecay = exponentials(-dt / parameters.tauSynapse());
    membraneGrowth = exponentials(dt / parameters.tauMembrane());
    synapseGrowth = exponentials(dt / parameters.tauSynapse());
  }

  private double[] exponentials(double perStep) {
    double[] values = new double[period + 1];
    for (int step = 0; step <= period; step++) {
      values[step] = StrictMath.exp(step * perStep);
    }
    return values;
  }
}
