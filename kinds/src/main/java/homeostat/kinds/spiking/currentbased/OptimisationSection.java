package homeostat.kinds.spiking.currentbased;

import homeostat.lab.config.Key;

/** {@code [optimisation]}: the factors of the weights. */
public record OptimisationSection(
    @Key(value = "Of recurrent weights, [sender type][receiver type].", min = 0, above = true)
        double[][] scalingFactors,
    @Key(
            value = "Of feedforward weights, [input type][receiver type].",
            name = "scaling_factors_FF",
            min = 0,
            above = true)
        double[][] scalingFactorsFf) {}
