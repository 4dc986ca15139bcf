package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.Map;

/** {@code [targets]} of a network that only runs: what its activity is compared with. */
public record InferenceTargetsSection(
    @Key(
            value = "Rate of each cell type to compare with; none for no comparison.",
            unit = "Hz",
            min = 0,
            above = true,
            max = 1000,
            or = "{}")
        Map<String, Double> firingRate) {}
