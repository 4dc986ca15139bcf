package homeostat.spiking.learning;

import java.util.Map;

/**
 * How a network is trained, whatever the rule.
 *
 * @param lossWeights weight of each objective by name; 0 without an entry
 * @param chunksPerUpdate chunks between updates of the parameters
 * @param optimisable which parameters are trained
 */
public record TrainerSettings(
    Map<String, Double> lossWeights, int chunksPerUpdate, Optimisable optimisable) {

  /** Checks the number of chunks. */
  public TrainerSettings {
    lossWeights = Map.copyOf(lossWeights);
    if (chunksPerUpdate < 1) {
      throw new IllegalArgumentException("chunks_per_update = " + chunksPerUpdate + " is below 1");
    }
  }
}
