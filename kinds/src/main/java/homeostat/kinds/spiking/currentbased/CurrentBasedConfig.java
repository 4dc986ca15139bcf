package homeostat.kinds.spiking.currentbased;

import homeostat.kinds.spiking.config.InferenceSimulationSection;
import homeostat.kinds.spiking.config.RecordSection;
import homeostat.lab.config.Key;
import java.util.Map;

/** Config of {@code current-based-network}: the published current-based parameter file. */
public record CurrentBasedConfig(
    @Key("Time and seed.") InferenceSimulationSection simulation,
    @Key("The inputs.") InputsSection inputs,
    @Key("The network.") ConnectomeSection connectome,
    @Key("Membrane and synapse of each cell type.") Map<String, CellSection> physiology,
    @Key("Factors of the weights.") OptimisationSection optimisation,
    @Key("What is recorded of single neurons.") RecordSection record,
    @Key("Of training.") HyperparametersSection hyperparameters) {}
