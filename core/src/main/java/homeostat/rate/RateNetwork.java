package homeostat.rate;

import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Kernels;

/**
 * A rate network in steps,
 *
 * <pre>
 * h(n+1) = leak h(n) + step (J phi(h(n)) + b)
 * </pre>
 *
 * which is Euler's method for dh/dt = -h + J phi(h) + b with leak = 1 - dt and step = dt (time in
 * units of the membrane time constant), and a network in discrete time with leak = 0 and step = 1.
 *
 * @param units activation, gains and shifts
 * @param coupling J, [receiver][sender], row-major
 * @param bias b, the constant input, [unit]
 * @param leak share of the state that stays
 * @param step weight of the input
 * @param duration time that a step takes
 */
public record RateNetwork(
    Units units, double[] coupling, double[] bias, double leak, double step, double duration) {
  public RateNetwork {
    int n = units.size();
    if (n == 0 || coupling.length != n * n || bias.length != n) {
      throw new IllegalArgumentException(
          n
              + " units, "
              + coupling.length
              + " couplings (not their square), or "
              + bias.length
              + " biases");
    }
    for (int e = 0; e < coupling.length; e++) {
      if (!Double.isFinite(coupling[e])) {
        throw new IllegalArgumentException(
            "coupling [" + e / n + "][" + e % n + "] is " + coupling[e] + "; it must be finite");
      }
    }
  }

  /**
   * Euler's method for dh/dt = -h + J phi(h).
   *
   * @param dt length of a step, in (0, 1]
   */
  public static RateNetwork continuous(Units units, double[] coupling, double dt) {
    if (!(dt > 0 && dt <= 1)) {
      throw new IllegalArgumentException("dt = " + dt + " is not in (0, 1]");
    }
    return new RateNetwork(units, coupling, new double[units.size()], 1 - dt, dt, dt);
  }

  /** x(n+1) = J tanh(x(n)) + b; a step takes the time 1. */
  public static RateNetwork discrete(double[] coupling, double[] bias) {
    Units units = Units.plain(Activation.TANH, bias.length);
    return new RateNetwork(units, coupling, bias, 0, 1, 1);
  }

  /** Number of units. */
  public int size() {
    return units.size();
  }

  /** The same network with other couplings and units. */
  public RateNetwork with(Units newUnits, double[] newCoupling) {
    return new RateNetwork(newUnits, newCoupling, bias, leak, step, duration);
  }

  /** The state after a step from {@code h}. */
  public double[] next(double[] h) {
    double[] next = h.clone();
    double[] activity = units.activity(h);
    DoubleMatrix j = DoubleMatrix.of(coupling, size(), size());
    Kernels.active().dense().gemv(step, j, activity, 0, leak, next, 0);
    for (int i = 0; i < next.length; i++) {
      next[i] += step * bias[i];
    }
    return next;
  }

  /**
   * The state after a step with input from outside.
   *
   * @param current held during the step: contributes step I, [unit]
   * @param impulse added as it is, as the published program adds its input, [unit]
   */
  public double[] next(double[] h, double[] current, double[] impulse) {
    double[] next = next(h);
    for (int i = 0; i < next.length; i++) {
      next[i] += step * current[i] + impulse[i];
    }
    return next;
  }

  /** The Jacobian of a step at {@code h}, [after][before]: leak I + step J diag(d). */
  public double[] jacobian(double[] h, JacobianForm form) {
    int n = size();
    double[] t = new double[n];
    double[] d = new double[n];
    units.tanh(h, t);
    form.slope(units, h, t, d);
    double[] out = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i * n + j] = step * coupling[i * n + j] * d[j] + (i == j ? leak : 0);
      }
    }
    return out;
  }
}
