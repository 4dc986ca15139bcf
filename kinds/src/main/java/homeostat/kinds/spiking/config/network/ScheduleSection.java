package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;

/** {@code [feedforward.activity.<type>.schedule]}: a rate that steps. */
public record ScheduleSection(
    @Key(
            value = "Times from the start of the training at which the rate steps, ascending.",
            unit = "ms",
            min = 0,
            above = true)
        double[] at,
    @Key(
            value = "From each of these times on, the rate is firing_rate times this.",
            min = 0,
            max = 1000)
        double[] factor) {}
