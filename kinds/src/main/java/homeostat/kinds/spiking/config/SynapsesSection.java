package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.List;

/**
 * {@code [recurrent.synapses.<type>]}, {@code [feedforward.synapses.<type>]}: what a sender of this
 * type opens.
 */
public record SynapsesSection(
    @Key(
            "Names of the synapse types of this sender; AMPA and NMDA count as excitatory, GABA_A and GABA_B as inhibitory.")
        List<String> names,
    @Key(value = "Rise time constants, one a synapse type.", unit = "ms", min = 0, above = true)
        double[] tauRise,
    @Key(value = "Decay time constants, one a synapse type.", unit = "ms", min = 0, above = true)
        double[] tauDecay,
    @Key(
            value = "Reversal potentials, one a synapse type.",
            name = "E_syn",
            unit = "mV",
            min = -200,
            max = 200)
        double[] eSyn,
    @Key(
            value = "Peak conductance of one spike through weight 1, one a synapse type.",
            unit = "nS",
            min = 0)
        double[] gBar) {}
