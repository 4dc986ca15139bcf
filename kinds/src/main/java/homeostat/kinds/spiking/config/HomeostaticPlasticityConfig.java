package homeostat.kinds.spiking.config;

import homeostat.kinds.spiking.config.network.FeedforwardSection;
import homeostat.kinds.spiking.config.network.NetworkSection;
import homeostat.kinds.spiking.config.network.OdoursSection;
import homeostat.kinds.spiking.config.network.RecurrentSection;
import homeostat.kinds.spiking.config.network.ScalingFactorsSection;
import homeostat.lab.config.Key;
import java.util.Map;
import java.util.Optional;

/** Config of {@code homeostatic-plasticity}: the published Stage 2 file, and what we add to it. */
public record HomeostaticPlasticityConfig(
    @Key("Time and seed.") SimulationSection simulation,
    @Key("The training loop.") TrainingSection training,
    @Key("Set points by cell type.") TargetsSection targets,
    @Key("Surrogate, learning rate, loss weights.") HyperparametersSection hyperparameters,
    @Key("The inputs.") FeedforwardSection feedforward,
    @Key("The network.") RecurrentSection recurrent,
    @Key("The input process odours.") OdoursSection odours,
    @Key("A wiring from a file.") NetworkSection network,
    @Key("Factors of the weights at the start.") ScalingFactorsSection scalingFactors,
    @Key("The rate loss.") FiringRateSection firingRate,
    @Key("The irregularity loss.") CvSection cv,
    @Key("The penalty on silent neurons.") SilentSection silent,
    @Key("The loss on subthreshold fluctuations.") MembraneVarianceSection membraneVariance,
    @Key("The learning rule feedback.") FeedbackSection feedback,
    @Key("The runs before and after training.") EvaluationSection evaluation,
    @Key("What they record of single neurons, and simulate.") RecordSection record,
    @Key("Defects of the published program.") CompatSection compat,
    @Key(value = "Numbers for losses, rules and inputs that a jar adds, by its name.", or = "{}")
        Map<String, Map<String, Double>> extension,
    @Key("Accepted, without effect.") Optional<WandbSection> wandb) {}
