package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [scaling_factors]}: the factors that multiply the weights, at the start. */
public record ScalingFactorsSection(
    @Key(
            value = "Of recurrent weights, [sender type][receiver type]; all 1 if not given.",
            min = 0,
            above = true)
        Optional<double[][]> recurrent,
    @Key(
            value = "Of feedforward weights, [input type][receiver type]; all 1 if not given.",
            min = 0,
            above = true)
        Optional<double[][]> feedforward,
    @Key(value = "Multiplies all of them.", min = 0, above = true, max = 1000, or = "1.0")
        double strength) {}
