package homeostat.kinds.image.config;

import homeostat.lab.config.Key;

/** Config of {@code image-classifier}. */
public record ImageClassifierConfig(
    @Key("The images and how they are seen.") DataSection data,
    @Key("The network.") ModelSection model,
    @Key("The training loop.") TrainingSection training) {}
