package homeostat.kinds.brain.config;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code [stimulus.NAME]}: Poisson input to some neurons, each its own, or events of a table. */
public record StimulusSection(
    @Key(
            value =
                "Who is driven: ids, cell types, or column:name such as neuropil:GNG; * is any"
                    + " text.",
            or = "[]")
        List<String> neurons,
    @Key(
            "Instead of that, a table of events: step or s, id, and synapses where events differ;"
                + " the same in every trial.")
        Optional<Path> events,
    @Key(value = "Rate of the input to each.", unit = "Hz", min = 0, or = "150.0") double rate,
    @Key(
            value = "Synapses' worth that an input event adds to the potential.",
            unit = "synapses",
            min = -1e6,
            max = 1e6,
            or = "250.0")
        double synapses,
    @Key(value = "Time of the first input.", unit = "s", min = 0, or = "0.0") double start,
    @Key(value = "End of the input; the end of the trial if not given.", unit = "s", min = 0)
        Optional<Double> stop,
    @Key(
            value =
                "Whether driven neurons keep their refractory period; as published they have none.",
            or = "false")
        boolean refractory) {
  /** The rate of the published study, Hz. */
  public static final double PUBLISHED_RATE = 150;

  /** Synapses' worth of an input event of the published study. */
  public static final double PUBLISHED_SYNAPSES = 250;

  /** The input of the published study to a set, during the whole trial. */
  public static StimulusSection published(String set) {
    return new StimulusSection(
        List.of(set),
        Optional.empty(),
        PUBLISHED_RATE,
        PUBLISHED_SYNAPSES,
        0,
        Optional.empty(),
        false);
  }
}
