package homeostat.kinds.brain.config;

import homeostat.lab.config.Key;
import java.util.List;
import java.util.Map;

/** Config of {@code whole-brain}. */
public record WholeBrainConfig(
    @Key("Where the brain comes from.") WiringSection wiring,
    @Key("All neurons alike; the defaults are the published fly's.") NeuronSection neuron,
    @Key("Time, trials and engine.") SimulationSection simulation,
    @Key(
            value =
                "Who is driven, by a name of your choice; in a generated brain"
                    + " pathway_001_sensory, where none is given.",
            or = "{}")
        Map<String, StimulusSection> stimulus,
    @Key(
            value =
                "Neurons whose spikes reach nobody: ids, cell types, or column:name such as"
                    + " neuropil:GNG.",
            or = "[]")
        List<String> silence,
    @Key("Sets that are silenced or activated one after the other, and ranked by their effect.")
        ScreenSection screen,
    @Key("What is read out.") ReadoutSection readout) {

  /** Who is driven: the stimuli of the config, or the first pathway of a generated brain. */
  public Map<String, StimulusSection> stimuli() {
    return stimulus.isEmpty() && wiring.connections().isEmpty()
        ? Map.of("sensory", StimulusSection.published("pathway_001_sensory"))
        : stimulus;
  }
}
