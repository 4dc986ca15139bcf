package homeostat.kinds.spiking.config;

import homeostat.kinds.spiking.config.network.FeedforwardSection;
import homeostat.kinds.spiking.config.network.NetworkSection;
import homeostat.kinds.spiking.config.network.OdoursSection;
import homeostat.kinds.spiking.config.network.RecurrentSection;
import homeostat.kinds.spiking.config.network.ScalingFactorsSection;
import homeostat.lab.config.Key;
import java.util.Map;
import java.util.Optional;

/** Config of {@code network-inference}: the published Stage 1 file, and what we add to it. */
public record NetworkInferenceConfig(
    @Key("Time and seed.") InferenceSimulationSection simulation,
    @Key("The inputs.") FeedforwardSection feedforward,
    @Key("The network.") RecurrentSection recurrent,
    @Key("A wiring from a file.") NetworkSection network,
    @Key("Factors of the weights.") ScalingFactorsSection scalingFactors,
    @Key("The input process odours.") OdoursSection odours,
    @Key("What activity is compared with.") InferenceTargetsSection targets,
    @Key("What is recorded of single neurons.") RecordSection record,
    @Key(value = "Numbers for inputs that a jar adds, by its name.", or = "{}")
        Map<String, Map<String, Double>> extension,
    @Key("Accepted, without effect.") Optional<WandbSection> wandb) {}
