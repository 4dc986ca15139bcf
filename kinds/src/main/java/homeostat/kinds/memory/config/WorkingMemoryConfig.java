package homeostat.kinds.memory.config;

import homeostat.lab.config.Key;

/** Config of {@code working-memory}. */
public record WorkingMemoryConfig(
    @Key("What the recurrent weights are wired like.") WiringSection wiring,
    @Key("What the network has to remember.") TaskSection task,
    @Key("The network and its first weights.") NetworkSection network,
    @Key("The training loop.") TrainingSection training) {}
