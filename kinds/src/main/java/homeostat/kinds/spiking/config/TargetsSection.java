package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.Map;

/** {@code [targets]}: the set points, by cell type. */
public record TargetsSection(
    @Key(
            value = "Target firing rate.",
            unit = "Hz",
            min = 0,
            max = 1000,
            or = "{excitatory = 0.5, inhibitory = 2.0}")
        Map<String, Double> firingRate,
    @Key(
            value = "Steepness of the silent-neuron penalty exp(-alpha r).",
            unit = "s",
            min = 0,
            or = "{excitatory = 10.0, inhibitory = 2.0}")
        Map<String, Double> alpha,
    @Key(
            value = "Target ratio of membrane deviation to the distance from mean to threshold.",
            min = 0,
            or = "{excitatory = 0.25, inhibitory = 0.45}")
        Map<String, Double> thresholdRatio,
    @Key(value = "Target coefficient of variation of intervals.", min = 0, or = "1.0") double cv,
    @Key(value = "Target ratio of recurrent to feedforward strength.", min = 0, or = "2.0")
        double weightRatio) {}
