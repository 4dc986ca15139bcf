package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;
import java.util.Optional;

/**
 * {@code [recurrent.physiology.<type>]}: the membrane of a cell type. With conductance-based
 * synapses all but {@code tau_ref} has to be there; with current-based ones potentials default to
 * units of the threshold, and a leak conductance has no part.
 */
public record PhysiologySection(
    @Key(value = "Membrane time constant.", unit = "ms", min = 0, above = true, max = 10_000)
        double tauMem,
    @Key(
            value = "Spike threshold; 1 without it where synapses are current-based.",
            unit = "mV",
            min = -200,
            max = 200)
        Optional<Double> theta,
    @Key(
            value =
                "Potential after a spike, and at the start; 0 without it where synapses are"
                    + " current-based.",
            name = "U_reset",
            unit = "mV",
            min = -200,
            max = 200)
        Optional<Double> uReset,
    @Key(
            value = "Leak reversal potential; U_reset without it where synapses are current-based.",
            name = "E_L",
            unit = "mV",
            min = -200,
            max = 200)
        Optional<Double> eL,
    @Key(
            value = "Leak conductance; only with conductance-based synapses.",
            name = "g_L",
            unit = "nS",
            min = 0,
            above = true,
            max = 10_000)
        Optional<Double> gL,
    @Key(
            value = "Refractory period, for recurrent.refractory = true.",
            unit = "ms",
            min = 0,
            max = 1000,
            or = "0.0")
        double tauRef) {}
