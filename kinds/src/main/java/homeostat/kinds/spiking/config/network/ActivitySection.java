package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [feedforward.activity.<type>]}: how the inputs fire. */
public record ActivitySection(
    @Key(
            value = "Rate of the inputs; with odours their mean.",
            unit = "Hz",
            min = 0,
            max = 100_000,
            also = {"odours.<name>.baseline_rate"})
        double firingRate,
    @Key("How the rate steps during training; without it, it stays.")
        Optional<ScheduleSection> schedule,
    @Key(
            value =
                "With odours, what the inputs that drive an assembly most fire above firing_rate in"
                    + " its pattern; odours.modulation_rate without it.",
            unit = "Hz",
            min = 0,
            also = {"odours.<name>.modulation_rate"})
        Optional<Double> modulationRate,
    @Key(
            value =
                "Share of these inputs; the others fire less, so that the mean stays firing_rate;"
                    + " odours.modulation_fraction without it.",
            min = 0,
            max = 0.999,
            also = {"odours.<name>.modulation_fraction"})
        Optional<Double> modulationFraction) {}
