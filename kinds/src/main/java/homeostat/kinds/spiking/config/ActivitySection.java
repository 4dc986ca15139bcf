package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [feedforward.activity.<type>]}: how the inputs fire. */
public record ActivitySection(
    @Key(value = "Rate of the Poisson inputs.", unit = "Hz", min = 0, max = 100_000)
        double firingRate,
    @Key("How the rate steps during training; without it, it stays.")
        Optional<ScheduleSection> schedule) {}
