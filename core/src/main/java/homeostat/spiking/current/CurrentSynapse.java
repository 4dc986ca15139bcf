package homeostat.spiking.current;

/**
 * One synapse type of a current-based network.
 *
 * @param name receptor
 * @param source number of the presynaptic type: a cell type for recurrent synapses, an input type
 *     for feedforward ones
 * @param tau decay time constant, ms ({@code tau_syn})
 * @param excitatory sign of its current
 */
public record CurrentSynapse(String name, int source, double tau, boolean excitatory) {

  /** Checks the time constant. */
  public CurrentSynapse {
    if (!(tau > 0)) {
      throw new IllegalArgumentException(
          "synapse " + name + ": tau_syn = " + tau + " ms must be positive");
    }
  }
}
