package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/** {@code [cv]}: the irregularity loss. */
public record CvSection(
    @Key(
            value =
                "Its gradient: none (published, a value of the chunk alone); insertion, of one"
                    + " spike more, on intervals carried over chunks; count, of the variance of"
                    + " counts, where a chunk holds ten mean intervals.",
            or = "\"none\"")
        Gradient gradient,
    @Key(
            value = "Time constant of the carried intervals, for gradient = insertion.",
            unit = "s",
            min = 0,
            above = true,
            max = 1e6,
            or = "5.0")
        double tau,
    @Key(
            value =
                "Whether intervals stay within a trial, for gradient = none; the published program"
                    + " lets them bridge trials, insertion never does.",
            or = "false")
        boolean withinTrial) {

  /** Forms of its gradient. */
  public enum Gradient {
    NONE,
    INSERTION,
    COUNT
  }
}
