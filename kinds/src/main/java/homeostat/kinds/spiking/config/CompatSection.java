package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/** {@code [compat]}: defects of the published program, for logs that match it. */
public record CompatSection(
    @Key(
            value = "Membrane-variance loss with its gradient, or detached and from trial 0 alone.",
            or = "\"attached\"")
        MembraneVariance membraneVariance,
    @Key(
            value =
                "Counts of cell types in assemblies as published, where floors lose cells to type"
                    + " 0.",
            or = "false")
        boolean cellCounts,
    @Key(
            value =
                "Choose the best checkpoint by one chunk's loss instead of the mean since the last"
                    + " row.",
            or = "false")
        boolean bestByChunk,
    @Key(
            value =
                "The order of operations in which the published program trains the weights of"
                    + " networks without recurrent synapses: conductances first, and a spike and"
                    + " its reset within the step.",
            or = "false")
        boolean ffWeightsOrder,
    @Key(value = "Discard gradients that are left over after the last whole update.", or = "false")
        boolean dropRemainder) {

  /** Forms of the membrane-variance loss. */
  public enum MembraneVariance {
    ATTACHED,
    DETACHED
  }
}
