package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/**
 * {@code [evaluation]}: the runs without learning before and after training, from which the summary
 * is made.
 */
public record EvaluationSection(
    @Key(value = "Simulated time.", unit = "ms", min = 0, above = true, max = 1e7, or = "10000.0")
        double duration,
    @Key(
            value = "Trials side by side; up to 16 cost as much as one.",
            unit = "trials",
            min = 1,
            max = 1000,
            or = "16")
        int trials) {}
