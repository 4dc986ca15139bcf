package homeostat.kinds.memory.config;

import homeostat.lab.config.Key;

/** {@code [network]}: an Elman network and its first weights. */
public record NetworkSection(
    @Key(value = "Activation of the units.", or = "\"tanh\"") Nonlinearity nonlinearity,
    @Key(
            value = "First weights; auto (published) is he for relu and xavier for tanh.",
            or = "\"default\"",
            also = "trainvalidate.init")
        Initial init,
    @Key(
            value =
                "Whether the first recurrent weights are dealt out by rank: signed (published: the"
                    + " strongest connections get the most positive weights), magnitude, or none."
                    + " An all-to-all network has no ranks.",
            or = "\"signed\"")
        Remap remapW,
    @Key(value = "What is trained.", or = "\"all\"") Train train,
    @Key(
            value =
                "Run of the other task whose weights to begin with (its folder, or a file of"
                    + " weights); the readout is replaced, wiring is taken from there. In a path"
                    + " {lr=1e-4|1e-6;n_back=2|3} stands for the number of the run's own values in"
                    + " that grid.",
            or = "\"\"")
        String pretrained,
    @Key(
            value = "Units of an all-to-all network.",
            unit = "units",
            min = 1,
            max = 20_000,
            or = "116")
        int units) {

  /** Activations. */
  public enum Nonlinearity {
    TANH,
    RELU
  }

  /** Schemes of first weights. */
  public enum Initial {
    DEFAULT,
    XAVIER,
    HE,
    AUTO
  }

  /** Redistribution by rank. */
  public enum Remap {
    SIGNED,
    MAGNITUDE,
    NONE
  }

  /** What learns. */
  public enum Train {
    /** Everything. */
    ALL,
    /** Everything but the recurrent weights. */
    FROZEN_RECURRENT,
    /** The readout alone: the network is a reservoir. */
    READOUT
  }
}
