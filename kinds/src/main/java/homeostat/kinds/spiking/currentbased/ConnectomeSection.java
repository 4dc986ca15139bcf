package homeostat.kinds.spiking.currentbased;

import homeostat.kinds.spiking.config.network.RecurrentTopologySection;
import homeostat.lab.config.Key;

/** {@code [connectome]}: the network. */
public record ConnectomeSection(
    @Key("Cell types.") SignedTypesSection cellTypes,
    @Key("Wiring.") RecurrentTopologySection topology,
    @Key("Strengths.") LogWeightsSection weights) {}
