package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.Map;
import java.util.Optional;

/** {@code [hyperparameters]}: surrogate derivative, learning rate, weights of the losses. */
public record HyperparametersSection(
    @Key(
            value = "Steepness of the surrogate derivative 1 / (scale |v - theta| + 1)^2.",
            unit = "1/mV",
            min = 0,
            above = true,
            or = "200.0")
        double surrgradScale,
    @Key(
            value = "Learning rate of Adam, on the logarithm of what is trained; 0.01 without it.",
            min = 0,
            max = 10)
        Optional<Double> learningRate,
    @Key(
            value =
                "Learning rate of the last update, reached along half a cosine; without it the"
                    + " learning rate stays.",
            min = 0,
            max = 10)
        Optional<Double> learningRateEnd,
    @Key(
            value =
                "Weight of each loss in the total, by the loss's name; 0 logs it without training"
                    + " on it.",
            min = 0,
            or =
                "{firing_rate = 1.0, cv = 0.5, silent_penalty = 0.1, membrane_variance = 10.0,"
                    + " weight_ratio = 0.01}")
        Map<String, Double> lossWeight) {}
