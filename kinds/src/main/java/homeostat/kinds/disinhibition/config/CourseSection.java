package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;

/** {@code [course]}: epochs and their length. */
public record CourseSection(
    @Key(
            value = "Epochs in which activity and feedback alone settle.",
            min = 1,
            max = 100_000,
            or = "4")
        int burnIn,
    @Key(value = "Epochs in which everything moves.", min = 1, max = 100_000, or = "60")
        int training,
    @Key(value = "Length of an epoch.", unit = "s", min = 0.1, max = 1000, or = "5.0") double epoch,
    @Key(
            value = "Step of the integration, and between samples of inputs and targets.",
            unit = "s",
            min = 1e-5,
            max = 0.01,
            or = "1e-3")
        double dt) {

  /** Steps of an epoch. */
  public int steps() {
    return (int) Math.round(epoch / dt);
  }
}
