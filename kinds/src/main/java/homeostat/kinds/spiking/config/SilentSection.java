package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/** {@code [silent]}: the penalty on silent neurons. */
public record SilentSection(
    @Key(
            value =
                "Its gradient: the derivative, as published, which is alpha / T too strong in a"
                    + " short chunk T, or bounded by what one spike more or less changes.",
            or = "\"published\"")
        Gradient gradient) {

  /** Forms of its gradient. */
  public enum Gradient {
    PUBLISHED,
    BOUNDED
  }
}
