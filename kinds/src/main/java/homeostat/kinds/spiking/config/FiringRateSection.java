package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/** {@code [firing_rate]}: the rate loss. */
public record FiringRateSection(
    @Key(
            value =
                "Whether each neuron has to reach the target, as published, or the mean of its cell type. A few shared "
                    + "factors cannot move neurons apart: with rates that vary, the form by neuron settles below its target.",
            or = "\"neuron\"")
        Level level) {

  /** Whose rate is held to the target. */
  public enum Level {
    NEURON,
    TYPE
  }
}
