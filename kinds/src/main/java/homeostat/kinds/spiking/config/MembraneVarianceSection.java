package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/** {@code [membrane_variance]}: the loss on subthreshold fluctuations. */
public record MembraneVarianceSection(
    @Key(
            value =
                "Over the potentials of a chunk, as published, or running over chunks, without"
                    + " those a reset wrote.",
            or = "\"chunk\"")
        Statistics statistics,
    @Key(
            value = "Time constant of the running mean and variance, for statistics = running.",
            unit = "s",
            min = 0,
            above = true,
            max = 1e6,
            or = "1.0")
        double tauV) {

  /** Over what time. */
  public enum Statistics {
    CHUNK,
    RUNNING
  }
}
