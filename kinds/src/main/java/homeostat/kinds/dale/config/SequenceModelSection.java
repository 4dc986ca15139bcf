package homeostat.kinds.dale.config;

import homeostat.dale.network.InitialWeights;
import homeostat.dale.recurrent.CellKind;
import homeostat.dale.recurrent.RecurrentWeights;
import homeostat.gradient.operation.Activation;
import homeostat.lab.config.Key;
import java.util.List;
import java.util.Optional;

/** {@code [model]} of sequences. */
public record SequenceModelSection(
    @Key(
            value = "What a step of the sequence is: a row of pixels, or one pixel.",
            or = "\"rows\"",
            also = "data.order")
        Order order,
    @Key(
            value =
                "What cells are made of: plain; dann, whose inhibition subtracts; shunt, whose"
                    + " inhibition also divides, learns from the task and needs activation ="
                    + " \"relu\", \"sigmoid\" or \"soft_plus\". Without it as is_dann says.")
        Optional<CellKind> cell,
    @Key(value = "Published: 1 is cell dann, 0 plain.", min = 0, max = 1) Optional<Integer> isDann,
    @Key(
            value =
                "1 has inhibition of dann cells learn from a local loss, 0 everything from the"
                    + " task.",
            min = 0,
            max = 1,
            or = "1")
        int homeostasis,
    @Key(
            value = "Units of a cell.",
            unit = "units",
            min = 2,
            max = 100_000,
            or = "500",
            also = "model.width")
        int hiddenLayerWidth,
    @Key(value = "Cells, one above the other.", min = 1, max = 20, or = "2") int depth,
    @Key(
            value = "Units of each cell, instead of hidden_layer_width and depth.",
            unit = "units",
            min = 2,
            max = 100_000)
        Optional<List<Integer>> widths,
    @Key(
            value =
                "Inhibitory units of each pathway of a cell: below 1 a fraction of its units, else"
                    + " their number.",
            min = 0,
            above = true,
            max = 100_000,
            or = "0.1")
        double inhibitory,
    @Key(value = "Non-linearity of the cells.", or = "\"none\"") Activation activation,
    @Key(
            value = "1 normalises what the readout sees.",
            min = 0,
            max = 1,
            or = "0",
            also = "model.readout_norm")
        int normtype,
    @Key(value = "Whether the first state of the cells learns.", or = "false") boolean learnedStart,
    @Key(value = "Law of the initial weights of split cells.", or = "\"lognormal\"")
        InitialWeights.Law init,
    @Key(value = "Law of the initial weights of plain cells.", or = "\"normal\"")
        RecurrentWeights.Plain plainInit,
    @Key(
            value = "Numerator of the variance of initial weights of plain cells.",
            min = 0,
            above = true,
            or = "1.0")
        double plainNumerator,
    @Key(value = "Share of randomness in plain_init = \"hybrid\".", min = 0, max = 1, or = "0.85")
        double hybridShare,
    @Key(value = "1 has the task train excitation, 0 has it frozen.", min = 0, max = 1, or = "1")
        int excitationTraining,
    @Key(value = "The local loss; without it as implicit_homeostatic_loss says.")
        Optional<Local> localLoss,
    @Key(
            value = "Published: 1 is a loss on the variance alone, 0 on mean and variance.",
            min = 0,
            max = 1,
            or = "0",
            also = "model.variance_only")
        int implicitHomeostaticLoss,
    @Key(
            value = "1 has inhibition learn from the task as well.",
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
            value = "How the strength of the local loss grows over the epochs.",
            or = "\"none\"",
            also = "model.annealing")
        Annealing homeostaticAnnealing,
    @Key(
            value =
                "Whether Uix and Uei have the rate and momentum of excitation and may become"
                    + " negative, as published, instead of being inhibitory weights like Wix and"
                    + " Wei.",
            name = "legacy_u_groups",
            or = "false",
            also = "opt.legacy_u_groups")
        boolean legacyUGroups,
    @Key(value = "Classes.", inert = "the data set says it") Optional<Integer> nOutputs,
    @Key(value = "Name of a model.", inert = "is_dann says it") Optional<String> name) {

  /** What a step of a sequence is. */
  public enum Order {
    ROWS,
    PIXELS
  }

  /** What the cells are made of. */
  public CellKind cells() {
    return cell.orElse(isDann.orElse(1) == 1 ? CellKind.DANN : CellKind.PLAIN);
  }

  /** Whether inhibition of the cells learns from a local loss. */
  public boolean homeostatic() {
    return cells() == CellKind.DANN && homeostasis == 1;
  }

  /** The local loss, as local_loss or else implicit_homeostatic_loss says. */
  public Local local() {
    return localLoss.orElse(implicitHomeostaticLoss == 1 ? Local.VARIANCE : Local.MEAN_VARIANCE);
  }

  /** Local losses of a cell's activity. */
  public enum Local {
    /** Mean 0 and variance 1. */
    MEAN_VARIANCE,
    /** Variance 1. */
    VARIANCE,
    /** Distance from its own layer normalisation, with the gradient through both, as published. */
    LEGACY
  }
}
