package homeostat.kinds.spiking.currentbased;

import homeostat.lab.config.Key;

/** {@code [inputs.weights]}, {@code [connectome.weights]}: log-normal strengths. */
public record LogWeightsSection(
    @Key("Mean of the logarithms of the weights, [sender type][receiver type].") double[][] wMu,
    @Key(value = "Standard deviation of the logarithms, [sender type][receiver type].", min = 0)
        double[][] wSigma) {}
