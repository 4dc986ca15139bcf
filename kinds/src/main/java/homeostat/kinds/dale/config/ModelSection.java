package homeostat.kinds.dale.config;

import homeostat.dale.network.Architecture;
import homeostat.dale.network.InitialWeights;
import homeostat.dale.network.Norm;
import homeostat.gradient.operation.Activation;
import homeostat.lab.config.Key;
import java.util.List;
import java.util.Optional;

/** {@code [model]}: the network. */
public record ModelSection(
    @Key(
            value =
                "How hidden layers treat excitation and inhibition; without it as the published"
                    + " switches say, homeo_full if there are none.")
        Optional<Architecture> arch,
    @Key(
            value = "Units of a hidden layer.",
            unit = "units",
            min = 2,
            max = 100_000,
            or = "234",
            also = "model.width")
        int hiddenLayerWidth,
    @Key(value = "Hidden layers.", min = 1, max = 50, or = "2") int depth,
    @Key(
            value = "Units of each hidden layer, instead of hidden_layer_width and depth.",
            unit = "units",
            min = 2,
            max = 100_000)
        Optional<List<Integer>> widths,
    @Key(
            value =
                "Inhibitory units of a layer: below 1 a fraction of its units, else their number.",
            min = 0,
            above = true,
            max = 100_000,
            or = "0.1")
        double inhibitory,
    @Key(value = "Non-linearity of hidden units.", or = "\"relu\"") Activation activation,
    @Key(value = "Normaliser between a hidden layer and its non-linearity: of mlp, e_only, dann.")
        Optional<Norm> norm,
    @Key(value = "Law of the initial weights.", or = "\"lognormal\"") InitialWeights.Law init,
    @Key(
            value =
                "Numerator of the variance of initial weights: 2 suits rectified units, 1 sigmoid"
                    + " ones.",
            min = 0,
            above = true,
            or = "2.0")
        double initNumerator,
    @Key(
            value = "Mean of the log-normal law of initial weights, in deviations.",
            min = 0,
            above = true,
            or = "1.0")
        double initK,
    @Key(
            value =
                "Whether a bias is the sum of a positive and a negative one; without it as"
                    + " opt.exponentiated.")
        Optional<Boolean> splitBias,
    @Key(value = "Whether the task trains anything; local losses go on in any case.", or = "true")
        boolean trainExcitation,
    @Key(
            value = "How a homeostatic layer normalises the gradient that enters it.",
            or = "\"full\"",
            also = "model.gradient_norm")
        LnFeedback lnFeedback,
    @Key(
            value = "1 leaves gradients as they are where activity is normalised.",
            min = 0,
            max = 1,
            or = "0")
        int normtypeDetach,
    @Key(
            value = "1 has gradients go back through fixed random matrices.",
            min = 0,
            max = 1,
            or = "0")
        int feedbackAlignment,
    @Key(
            value = "1 has homeostatic inhibition learn from the variance of activity alone.",
            min = 0,
            max = 1,
            or = "0",
            also = "model.variance_only")
        int implicitHomeostaticLoss,
    @Key(
            value = "1 has homeostatic inhibition learn from the task as well.",
            min = 0,
            max = 1,
            or = "0",
            also = "model.task_to_inhibition")
        int taskOptInhib,
    @Key(
            value = "1 has excitatory weights learn from the local loss as well.",
            min = 0,
            max = 1,
            or = "0",
            also = "model.local_to_excitation")
        int homeoOptExc,
    @Key(
            value =
                "How the strength of the local loss grows over T epochs: linear e/T, exponential"
                    + " 1 - exp(-5 e/T), logarithmic ln(1 + e)/ln(1 + T), cosine (1 - cos(pi"
                    + " e/T))/2.",
            or = "\"none\"",
            also = "model.annealing")
        Annealing homeostaticAnnealing,
    @Key(
            value =
                "Published: 0 has the switches mean what they mean in the script without"
                    + " homeostasis.",
            min = 0,
            max = 1)
        Optional<Integer> homeostasis,
    @Key(value = "Published: 1 is arch homeo_full, 0 homeo_mean.", min = 0, max = 1)
        Optional<Integer> shunting,
    @Key(
            value =
                "Published: with homeostasis train_excitation; without it 1 is arch e_only, 0"
                    + " dann.",
            min = 0,
            max = 1)
        Optional<Integer> excitationTraining,
    @Key(value = "Published: 1 is norm mean.", min = 0, max = 1) Optional<Integer> normtype,
    @Key(value = "Published: 1 is norm divisive.", min = 0, max = 1) Optional<Integer> divisiveNorm,
    @Key(value = "Published: 1 is norm layer.", min = 0, max = 1) Optional<Integer> layerNorm,
    @Key(value = "Label of a run.", inert = "the architecture says it") Optional<Integer> isDann,
    @Key(value = "Classes.", inert = "the data set says it") Optional<Integer> nOutputs,
    @Key(value = "Name of a model.", inert = "the architecture says it") Optional<String> name) {}
