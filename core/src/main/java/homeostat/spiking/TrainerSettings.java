package homeostat.spiking;

import homeostat.gradient.Optimiser;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a network is trained.
 *
 * @param lossWeights weight of each objective by name; 0 without an entry
 * @param chunksPerUpdate chunks whose gradients are added up for one update
 * @param gradientClip bound on the norm of all gradients together; empty for none
 * @param optimiser what turns gradients into updates
 * @param optimisable which parameters are trained
 */
public record TrainerSettings(
    Map<String, Double> lossWeights,
    int chunksPerUpdate,
    OptionalDouble gradientClip,
    Optimiser optimiser,
    Optimisable optimisable) {

  /** Checks the number of chunks. */
  public TrainerSettings {
    lossWeights = Map.copyOf(lossWeights);
    if (chunksPerUpdate < 1) {
      throw new IllegalArgumentException("chunks_per_update = " + chunksPerUpdate + " is below 1");
    }
  }
}
