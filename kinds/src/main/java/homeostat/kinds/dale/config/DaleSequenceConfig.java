package homeostat.kinds.dale.config;

import homeostat.lab.config.Key;

/** Config of {@code dale-sequence}. */
public record DaleSequenceConfig(
    @Key(value = "The training loop.", defaults = "{batch_size = 128}") TrainSection train,
    @Key("The images and how they are seen.") DataSection data,
    @Key("The network.") SequenceModelSection model,
    @Key(
            value = "Learning rates and what goes with them.",
            defaults = "{lr = 0.01, inhib_lrs = {wei = 0.001, wix = 0.001}}")
        OptSection opt,
    @Key("What is measured beside accuracy.") DiagSection diag,
    @Key("Accepted for published command lines.") ExpSection exp) {}
