package homeostat.kinds.spiking.network;

import homeostat.connectome.CellTypePlan;
import homeostat.connectome.NetworkStructure;
import homeostat.kinds.spiking.config.network.NetworkSection;

/**
 * How large a network will be: what its file holds, or what the generator is asked for.
 *
 * @param neurons neurons N
 * @param inputs inputs M
 * @param synapses connections, those of the inputs included
 * @param key the setting that says how many neurons there are
 */
public record WiringSize(long neurons, long inputs, long synapses, String key) {

  public static WiringSize of(NetworkSection section, NetworkRecipe recipe) {
    if (section.file().isEmpty()) {
      return recipe.expectedSize();
    }
    NetworkStructure read = WiringSource.of(section, recipe, CellTypePlan.Counts.EXACT).wiring(0);
    return new WiringSize(
        read.feedforward().cols(),
        read.feedforward().rows(),
        (long) read.recurrent().weights().entries() + read.feedforward().entries(),
        "the neurons of network.file");
  }

  /** What to lower for a smaller network, and its value. */
  public String setting() {
    return key + " (" + neurons + ")";
  }
}
