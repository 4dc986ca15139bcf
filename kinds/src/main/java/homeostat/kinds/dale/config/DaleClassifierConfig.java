package homeostat.kinds.dale.config;

import homeostat.lab.config.Key;

/** Config of {@code dale-classifier}. */
public record DaleClassifierConfig(
    @Key("The training loop.") TrainSection train,
    @Key("The images and how they are seen.") DataSection data,
    @Key("The network.") ModelSection model,
    @Key("Learning rates and what goes with them.") OptSection opt,
    @Key("What is measured beside accuracy.") DiagSection diag,
    @Key("Accepted for published command lines.") ExpSection exp) {}
