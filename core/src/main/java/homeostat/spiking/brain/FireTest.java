package homeostat.spiking.brain;

/**
 * Whether a neuron can still fire if nothing more arrives. With alpha = u + k g and beta = k g now
 * and r = tau_m / tau_syn, the potential {@code alpha x - beta x^r}, x = e^(-s/tau_m), has its peak
 * ahead where {@code alpha < r beta}, at {@code x^(r-1) = alpha / (r beta)}, and there it is {@code
 * alpha x (1 - 1/r)}. The test may say yes of a neuron that just fails to fire (it has a margin,
 * and time has steps), never no of one that fires: it decides who is watched, not who fires.
 */
final class FireTest {
  private static final int LARGEST_WHOLE_RATIO = 8;

  private final double theta;
  private final double perTheta;
  private final double ratio;
  private final double shrink;
  private final int whole;
  private final double wholeFactor;

  /**
   * @param margin relative, by which theta is lowered
   */
  FireTest(BrainParameters parameters, double margin) {
    theta = parameters.theta() * (1 - margin);
    perTheta = 1 / theta;
    ratio = parameters.tauMembrane() / parameters.tauSynapse();
    shrink = 1 - 1 / ratio;
    boolean small = ratio == Math.rint(ratio) && ratio <= LARGEST_WHOLE_RATIO;
    whole = small ? (int) ratio : 0;
    wholeFactor = small ? StrictMath.pow(shrink, whole - 1) / whole : 0;
  }

  /**
   * What alpha has to exceed after an arrival. That leaves u as it was, which is not above the
   * threshold; so only a peak ahead can be, and no peak is higher than alpha (1 - 1/r).
   */
  double arrivalBound() {
    return theta / shrink;
  }

  /**
   * Whether a neuron can fire of which only arrivals are new, whose alpha exceeds the {@link
   * #arrivalBound}: as u is not above the threshold, beta is positive and the peak is ahead.
   */
  boolean canFireAfterArrival(double alpha, double beta) {
    return whole > 0 ? power(alpha) > beta : canFire(alpha, beta);
  }

  /** NaN never fires. */
  boolean canFire(double alpha, double beta) {
    if (alpha - beta > theta) {
      return true;
    }
    if (!(alpha > theta) || !(beta > 0) || alpha >= ratio * beta) {
      return false;
    }
    if (whole > 0) {
      return power(alpha) > beta;
    }
    return alpha * StrictMath.pow(alpha / (ratio * beta), 1 / (ratio - 1)) * shrink > theta;
  }

  /** Exceeds beta where the peak exceeds theta: both sides to the power r - 1, and times beta. */
  private double power(double alpha) {
    double factor = alpha * perTheta;
    double product = factor * alpha * wholeFactor;
    for (int i = 2; i < whole; i++) {
      product *= factor;
    }
    return product;
  }
}
