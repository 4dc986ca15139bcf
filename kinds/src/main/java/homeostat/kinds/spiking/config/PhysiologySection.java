package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/** {@code [recurrent.physiology.<type>]}: the membrane of a cell type. */
public record PhysiologySection(
    @Key(value = "Membrane time constant.", unit = "ms", min = 0, above = true, max = 10_000)
        double tauMem,
    @Key(value = "Spike threshold.", unit = "mV", min = -200, max = 200) double theta,
    @Key(
            value = "Potential after a spike, and at the start.",
            name = "U_reset",
            unit = "mV",
            min = -200,
            max = 200)
        double uReset,
    @Key(value = "Leak reversal potential.", name = "E_L", unit = "mV", min = -200, max = 200)
        double eL,
    @Key(
            value = "Leak conductance.",
            name = "g_L",
            unit = "nS",
            min = 0,
            above = true,
            max = 10_000)
        double gL,
    @Key(
            value = "Refractory period, for recurrent.refractory = true.",
            unit = "ms",
            min = 0,
            max = 1000,
            or = "0.0")
        double tauRef) {}
