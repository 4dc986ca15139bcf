package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;

/** {@code [pair]}: the excitatory-inhibitory pair. */
public record PairSection(
    @Key(value = "Gain of the control.", min = 0, or = "5.0") double gain,
    @Key("Activation of both cells.") PairActivationSection activation,
    @Key(
            value = "Step of the integration, in time constants.",
            min = 0,
            above = true,
            max = 1,
            or = "0.02")
        double dt,
    @Key(value = "Steps until the end state is read.", min = 1, max = 10_000_000, or = "600")
        int steps) {}
