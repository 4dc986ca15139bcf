package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;
import java.util.List;
import java.util.Optional;

/**
 * {@code [recurrent.synapses.<type>]}, {@code [feedforward.synapses.<type>]}: what a sender of this
 * type opens. With {@code tau_syn} its synapses are current-based, else conductance-based; all of a
 * network are the same.
 */
public record SynapsesSection(
    @Key(
            "Names of the synapse types of this sender; AMPA and NMDA count as excitatory, GABA_A"
                + " and GABA_B as inhibitory.")
        List<String> names,
    @Key(
            value = "Rise time constants, one a synapse type; conductance-based.",
            unit = "ms",
            min = 0,
            above = true)
        Optional<double[]> tauRise,
    @Key(
            value = "Decay time constants, one a synapse type; conductance-based.",
            unit = "ms",
            min = 0,
            above = true)
        Optional<double[]> tauDecay,
    @Key(
            value = "Reversal potentials, one a synapse type; conductance-based.",
            name = "E_syn",
            unit = "mV",
            min = -200,
            max = 200)
        Optional<double[]> eSyn,
    @Key(
            value =
                "Peak conductance of one spike through weight 1, one a synapse type;"
                    + " conductance-based.",
            unit = "nS",
            min = 0)
        Optional<double[]> gBar,
    @Key(
            value =
                "Decay time constants of the currents, one a synapse type; makes synapses"
                    + " current-based: a spike through weight 1 moves the potential by the distance"
                    + " from reset to threshold at once.",
            unit = "ms",
            min = 0,
            above = true)
        Optional<double[]> tauSyn,
    @Key("Sign of each current: excitatory or inhibitory; current-based.")
        Optional<List<Sign>> type) {

  /** Signs of currents. */
  public enum Sign {
    EXCITATORY,
    INHIBITORY
  }

  /** Whether the table is one of current-based synapses. */
  public boolean currentBased() {
    return tauSyn.isPresent() || type.isPresent();
  }
}
