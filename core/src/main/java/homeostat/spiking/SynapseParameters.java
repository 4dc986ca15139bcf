package homeostat.spiking;

/**
 * One synapse type: a conductance with a difference of two exponentials as its kernel. All synapse
 * types of one presynaptic type share its weights.
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
