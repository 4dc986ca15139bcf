package homeostat.kinds.spiking.currentbased;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [physiology.<type>]}: membrane and outgoing synapse of a cell type. */
public record CellSection(
    @Key(value = "Membrane time constant.", unit = "ms", min = 0, above = true, max = 10_000)
        double tauMem,
    @Key(
            value = "Decay time constant of the current that its spikes cause.",
            unit = "ms",
            min = 0,
            above = true)
        double tauSyn,
    @Key(
            value = "Membrane resistance.",
            name = "R",
            unit = "MOhm",
            inert =
                "a spike through weight 1 moves the potential by the distance from reset to"
                    + " threshold, whatever the resistance")
        Optional<Double> resistance,
    @Key(value = "Resting potential.", name = "U_rest", unit = "mV", min = -200, max = 200)
        double uRest,
    @Key(value = "Spike threshold.", unit = "mV", min = -200, max = 200) double theta,
    @Key(
            value = "Potential after a spike, and at the start.",
            name = "U_reset",
            unit = "mV",
            min = -200,
            max = 200)
        double uReset) {}
