package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/** {@code [feedforward.activity.<type>]}: how the inputs fire. */
public record ActivitySection(
    @Key(value = "Rate of the Poisson inputs.", unit = "Hz", min = 0, max = 100_000)
        double firingRate) {}
