package homeostat.spiking;

/**
 * One synapse type: a conductance with a difference of two exponentials as its kernel. All synapse
 * types of one presynaptic type share its weights.
 *
 * <p>A current-based synapse ({@link #current}) is the limit of a reversal potential infinitely far
 * away: its current does not depend on the potential of the cell, and of the reversal potential
 * only the sign is left.
 *
 * @param name receptor, for example {@code AMPA}
 * @param source number of the presynaptic type: of a cell type for recurrent synapses, of an input
 *     type for feedforward ones
 * @param tauRise rise time constant, ms
 * @param tauDecay decay time constant, ms
 * @param reversal reversal potential, mV ({@code E_syn})
 * @param conductance peak conductance of one spike through a unit weight, nS ({@code g_bar})
 */
public record SynapseParameters(
    String name, int source, double tauRise, double tauDecay, double reversal, double conductance) {

  /** Checks that the kernel exists. */
  public SynapseParameters {
    if (Double.isInfinite(reversal)) {
      if (!(tauDecay > 0)) {
        throw new IllegalArgumentException(
            "synapse " + name + ": tau_syn = " + tauDecay + " ms must be positive");
      }
    } else {
      checkKernel(name, tauRise, tauDecay, conductance);
    }
  }

  /**
   * A current-based synapse: a spike through weight w adds w to a current that decays with {@code
   * tau}, and moves the potential by w of the distance from reset to threshold in its first step.
   *
   * @param tau decay time constant, ms ({@code tau_syn})
   * @param excitatory sign of the current
   */
  public static SynapseParameters current(String name, int source, double tau, boolean excitatory) {
    double far = excitatory ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    return new SynapseParameters(name, source, 0, tau, far, 1);
  }

  /** Whether its current is independent of the potential. */
  public boolean ofCurrent() {
    return Double.isInfinite(reversal);
  }

  /**
   * How strongly a spike through weight 1 pulls a cell at a potential, up to a constant that all
   * synapses of a network share: positive for what excites.
   */
  public double pull(double potential) {
    return ofCurrent()
        ? StrictMath.copySign(tauDecay, reversal)
        : conductance * (reversal - potential);
  }

  private static void checkKernel(
      String name, double tauRise, double tauDecay, double conductance) {
    if (!(tauRise > 0) || !(tauDecay > 0) || !(conductance >= 0)) {
      throw new IllegalArgumentException(
          "synapse "
              + name
              + ": tau_rise = "
              + tauRise
              + " ms and tau_decay = "
              + tauDecay
              + " ms must be positive, g_bar = "
              + conductance
              + " nS not negative");
    }
    if (tauRise == tauDecay) {
      throw new IllegalArgumentException(
          "synapse "
              + name
              + ": tau_rise = tau_decay = "
              + tauRise
              + " ms has no difference of exponentials; change one of them slightly");
    }
  }
}
