package homeostat.kinds.brain;

import homeostat.kinds.brain.config.SimulationSection;
import homeostat.kinds.brain.config.WholeBrainConfig;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whose mean rate is the headline of each condition: the neurons that the config names, or all that
 * are not driven. Where conditions are compared with each other, those driven in any of them are
 * left out of all: what an activated set fires itself is no effect on the brain.
 */
record Readout(
    WholeBrainConfig config, NeuronSets sets, List<Condition> conditions, Consumer<String> note) {

  /** [condition][neuron] whether it is read out. */
  boolean[][] masks() {
    int neurons = conditions.getFirst().driven().length;
    boolean[][] masks = new boolean[conditions.size()][neurons];
    int[] named = sets.select("readout.neurons", config.readout().neurons());
    boolean compared = config.simulation().stimuli() == SimulationSection.Stimuli.TOGETHER;
    for (int c = 0; c < masks.length; c++) {
      if (config.readout().neurons().isEmpty()) {
        int read = 0;
        for (int n = 0; n < neurons; n++) {
          masks[c][n] = !(compared ? drivenAnywhere(n) : conditions.get(c).driven()[n]);
          read += masks[c][n] ? 1 : 0;
        }
        if (read == 0) {
          note.accept(
              "readout: every neuron is driven, so that nobody is left to be read out in \""
                  + conditions.get(c).name()
                  + "\"; name some (readout.neurons)");
        }
      } else {
        int driven = 0;
        for (int n : named) {
          masks[c][n] = true;
          driven += conditions.get(c).driven()[n] ? 1 : 0;
        }
        if (driven > 0) {
          note.accept(
              "readout.neurons: "
                  + driven
                  + " of "
                  + named.length
                  + " are driven themselves in \""
                  + conditions.get(c).name()
                  + "\"");
        }
      }
    }
    return masks;
  }

  private boolean drivenAnywhere(int neuron) {
    for (Condition condition : conditions) {
      if (condition.driven()[neuron]) {
        return true;
      }
    }
    return false;
  }
}
