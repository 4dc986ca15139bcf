package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;

/** {@code [recurrent.topology]}: assemblies wired by the configuration model. */
public record RecurrentTopologySection(
    @Key(value = "Recurrent neurons.", unit = "neurons", min = 2, max = 1_000_000) int numNeurons,
    @Key(value = "Assemblies of equal size.", min = 1, max = 100_000) int numAssemblies,
    @Key(
            value = "Connection probability within an assembly, [sender type][receiver type].",
            min = 0,
            max = 1)
        double[][] connWithin,
    @Key(
            value = "Connection probability between assemblies, [sender type][receiver type].",
            min = 0,
            max = 1)
        double[][] connBetween) {}
