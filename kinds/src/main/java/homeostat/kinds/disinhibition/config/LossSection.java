package homeostat.kinds.disinhibition.config;

import homeostat.disinhibition.ControlLoss;
import homeostat.lab.config.Key;

/** {@code [dataset.loss]}. */
public record LossSection(
    @Key(
            value = "Loss of the output; its negative gradient is what the controller sees.",
            or = "\"softmax-cross-entropy\"")
        ControlLoss name) {}
