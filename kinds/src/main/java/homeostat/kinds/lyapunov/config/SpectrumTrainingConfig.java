package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;

/** Config of {@code spectrum-training}. */
public record SpectrumTrainingConfig(
    @Key("The network at the start.") NetworkSection network,
    @Key("The target and the loop.") SpectrumTargetSection target,
    @Key("What is trained.") TrainedSection trained) {}
