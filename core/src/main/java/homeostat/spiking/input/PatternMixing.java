package homeostat.spiking.input;

import java.util.function.IntToDoubleFunction;

/**
 * Weights of patterns that wander: each pattern has an activation, an Ornstein-Uhlenbeck process
 *
 * <pre>
 *   a' = a - a dt / tau + sigma sqrt(2 dt / tau) xi,     w = softmax(a / temperature)
 * </pre>
 *
 * <p>of stationary standard deviation sigma; w is taken before the step.
 *
 * @param dt time step, ms
 * @param tau correlation time, ms
 * @param sigma stationary standard deviation
 * @param temperature of the softmax: small ones choose a single pattern
 */
public record PatternMixing(double dt, double tau, double sigma, double temperature) {

  /** Activation of every pattern at the start. */
  public static final double INITIAL = 1;

  /** Checks signs. */
  public PatternMixing {
    if (!(dt > 0) || !(tau > 0) || !(sigma >= 0) || !(temperature > 0)) {
      throw new IllegalArgumentException(
          "odours: tau = "
              + tau
              + " ms and temperature = "
              + temperature
              + " must be positive, sigma = "
              + sigma
              + " not negative");
    }
  }

  /** The weights of activations; they sum to 1. */
  public double[] weights(double[] activation) {
    double largest = java.util.Arrays.stream(activation).max().orElse(0);
    double[] weights = new double[activation.length];
    double sum = 0;
    for (int p = 0; p < weights.length; p++) {
      weights[p] = StrictMath.exp((activation[p] - largest) / temperature);
      sum += weights[p];
    }
    for (int p = 0; p < weights.length; p++) {
      weights[p] /= sum;
    }
    return weights;
  }

  /**
   * One step, in place.
   *
   * @param normal standard normal number of each pattern
   */
  public void step(double[] activation, IntToDoubleFunction normal) {
    double kick = sigma * StrictMath.sqrt(2 * dt / tau);
    for (int p = 0; p < activation.length; p++) {
      activation[p] += -activation[p] * dt / tau + kick * normal.applyAsDouble(p);
    }
  }

  /** Rates of the inputs under weights of patterns. */
  public static void rates(double[] weights, double[][] patterns, double[] rates) {
    java.util.Arrays.fill(rates, 0);
    for (int p = 0; p < patterns.length; p++) {
      for (int i = 0; i < rates.length; i++) {
        rates[i] += weights[p] * patterns[p][i];
      }
    }
  }
}
