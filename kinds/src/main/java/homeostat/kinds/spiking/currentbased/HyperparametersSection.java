package homeostat.kinds.spiking.currentbased;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [hyperparameters]}. */
public record HyperparametersSection(
    @Key(value = "Steepness of the surrogate derivative.", inert = "nothing is trained here")
        Optional<Double> surrgradScale) {}
