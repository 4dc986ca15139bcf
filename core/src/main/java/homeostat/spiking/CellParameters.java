package homeostat.spiking;

/**
 * Physiology of one cell type.
 *
 * @param name cell type, as in connectome and configuration
 * @param tauMem membrane time constant, ms
 * @param theta spike threshold, mV
 * @param reset potential after a spike and at the start, mV ({@code U_reset})
 * @param leakReversal reversal potential of the leak, mV ({@code E_L})
 * @param leakConductance leak conductance, nS ({@code g_L})
 * @param tauRef refractory time, ms, used by {@link SpikingNetwork#refractory}
 */
public record CellParameters(
    String name,
    double tauMem,
    double theta,
    double reset,
    double leakReversal,
    double leakConductance,
    double tauRef) {

  /** Checks signs and units' plausibility. */
  public CellParameters {
    if (!(tauMem > 0) || !(leakConductance > 0)) {
      throw new IllegalArgumentException(
          "cell type "
              + name
              + ": tau_mem = "
              + tauMem
              + " ms and g_L = "
              + leakConductance
              + " nS must be positive");
    }
    if (!(tauRef >= 0)) {
      throw new IllegalArgumentException(
          "cell type " + name + ": tau_ref = " + tauRef + " ms is negative");
    }
    if (!(reset < theta)) {
      throw new IllegalArgumentException(
          "cell type "
              + name
              + ": U_reset = "
              + reset
              + " mV is not below theta = "
              + theta
              + " mV: the neuron would spike for ever");
    }
  }

  /** Membrane capacitance {@code tau_mem g_L}, pF. */
  public double capacitance() {
    return tauMem * leakConductance;
  }
}
