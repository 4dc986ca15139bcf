package homeostat.kinds.dale.config;

import homeostat.lab.config.Key;

/** Config of {@code dale-sequence}. */
public record DaleSequenceConfig(
    @Key("The training loop.") SequenceTrainSection train,
    @Key("The images and how they are seen.") SequenceDataSection data,
    @Key("The network.") SequenceModelSection model,
    @Key("Learning rates and what goes with them.") SequenceOptSection opt,
    @Key("What is measured beside accuracy.") DiagSection diag,
    @Key("Accepted for published command lines.") ExpSection exp) {}
