package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [training]}: the loop over chunks. */
public record TrainingSection(
    @Key(
            value = "Chunks from one update to the next; backprop sums their gradients.",
            unit = "chunks",
            min = 1,
            max = 1_000_000,
            or = "10")
        int chunksPerUpdate,
    @Key(
            value = "Chunks between rows of metrics; losses are averaged over them.",
            unit = "chunks",
            min = 1,
            or = "5")
        int logInterval,
    @Key(value = "Chunks between checkpoints and figures.", unit = "chunks", min = 1, or = "100")
        int checkpointInterval,
    @Key(
            value = "Half precision on a GPU.",
            or = "false",
            inert = "everything is computed in float32, sums in float64")
        boolean mixedPrecision,
    @Key(
            value = "Chunks kept for statistics and figures.",
            unit = "chunks",
            min = 1,
            max = 100_000,
            or = "100")
        int plotSize,
    @Key(
            value = "Trials simulated side by side.",
            unit = "trials",
            min = 1,
            max = 100_000,
            or = "100",
            also = {"hyperparameters.batch_size", "simulation.batch_size"})
        int batchSize,
    @Key(
            value = "Largest global L2 norm of the gradient; larger ones are scaled down.",
            min = 0,
            above = true,
            also = {"hyperparameters.grad_norm_clip"})
        Optional<Double> gradNormClip,
    @Key(
            value =
                "What is trained; with none, or without it, nothing is, and the network only runs.",
            also = {"simulation.optimisable"})
        Optional<Trainable> optimisable,
    @Key(
            value =
                "How strengths are changed: backprop, feedback (homeostasis without gradients), or"
                    + " the name of a rule from a jar.",
            or = "\"backprop\"")
        String learningRule,
    @Key(
            value = "First decay rate of Adam.",
            min = 0,
            max = 0.9999,
            inert = "this training uses Adam's 0.9")
        Optional<Double> momentum) {

  /** The published values of {@code optimisable} that this kind trains. */
  public enum Trainable {
    WEIGHTS,
    SCALING_FACTORS,
    SCALING_FACTORS_RECURRENT,
    SCALING_FACTORS_FEEDFORWARD,
    NONE
  }
}
