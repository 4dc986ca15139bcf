package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;

/** {@code [odours]}: the input process odours, a wandering mixture of one pattern an assembly. */
public record OdoursSection(
    @Key(
            value = "Correlation time of the activation of a pattern.",
            unit = "ms",
            min = 0,
            above = true,
            or = "700000.0")
        double tau,
    @Key(
            value =
                "Of the softmax that turns activations into weights; small ones choose one"
                    + " pattern.",
            min = 0,
            above = true,
            or = "0.2")
        double temperature,
    @Key(value = "Standard deviation of the activation of a pattern.", min = 0, or = "5.0")
        double sigma,
    @Key(
            value =
                "What the inputs that drive an assembly most fire above firing_rate in its"
                    + " pattern.",
            unit = "Hz",
            min = 0,
            or = "30.0")
        double modulationRate,
    @Key(
            value =
                "Share of these inputs; the others fire less, so that the mean stays firing_rate.",
            min = 0,
            max = 0.999,
            or = "0.1")
        double modulationFraction) {}
