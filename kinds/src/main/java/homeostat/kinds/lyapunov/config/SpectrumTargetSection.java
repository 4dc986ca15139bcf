package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code [target]}: the loss on the spectrum, and the loop that lowers it. */
public record SpectrumTargetSection(
    @Key(value = "Exponents that the loss sees.", min = 1, max = 100_000, or = "3") int nle,
    @Key(
            value =
                "mse and l2 (all to value), line (first 1.24, last -1.25; the published"
                    + " MSE_Custom), vector (values), largest, dimension, entropy, or sum (the"
                    + " published Sinai); the last two are made large.",
            or = "\"mse\"")
        Loss loss,
    @Key(value = "Value aimed at.", or = "0") double value,
    @Key(value = "Values aimed at, one an exponent, of the loss vector.")
        Optional<List<Double>> values,
    @Key(
            value =
                "File with the values instead: text with a number a line, or the exponents of a"
                    + " results.npz (mean over samples).")
        Optional<Path> valuesFile,
    @Key(
            value =
                "Weight of the squared distance of each exponent, one an exponent, of the losses"
                    + " mse and vector.",
            min = 0)
        Optional<List<Double>> weights,
    @Key(value = "Epochs.", min = 1, max = 10_000_000, or = "400") int nEpochs,
    @Key(value = "Learning rate of Adam.", min = 0, above = true, or = "0.01") double lr,
    @Key(value = "Time averaged over in an epoch.", unit = "tau", min = 0, above = true, or = "100")
        double tsim,
    @Key(value = "Time between orthonormalisations.", unit = "tau", min = 0, above = true, or = "1")
        double tons,
    @Key(value = "Time of the state alone, before.", unit = "tau", min = 0, or = "20")
        double transientTime,
    @Key(value = "Time that the frame turns, before.", unit = "tau", min = 0, or = "20")
        double frameTransient,
    @Key(
            value =
                "First state of an epoch: the same every time, zero, drawn anew, or the last of the"
                    + " epoch before.",
            or = "\"fixed\"")
        Start start,
    @Key(
            value =
                "How far the gradient follows the trajectory back: full, window, or frozen (not at"
                    + " all).",
            or = "\"full\"")
        Reach gradient,
    @Key(value = "Length of the window.", unit = "tau", min = 0, above = true, or = "10")
        double window,
    @Key(value = "Networks trained.", min = 1, max = 10_000, or = "1") int nSamples,
    @Key(
            value = "A sample is done once its loss is below this; 0 trains all epochs.",
            min = 0,
            or = "0")
        double earlyStopping,
    @Key(
            value = "Time of the independent trajectory that checks the result.",
            unit = "tau",
            min = 0,
            above = true,
            or = "1000")
        double checkTime,
    @Key(
            value =
                "Also the whole spectrum of the untrained network on that trajectory, and its"
                    + " variance around -1.",
            or = "false")
        boolean raw,
    @Key(
            value =
                "As the published program trains: its Jacobian, its times, from the zero state,"
                    + " signs free. The true exponents are told beside its own.",
            or = "false")
        boolean compat) {

  /** Losses on the spectrum. */
  public enum Loss {
    MSE,
    L2,
    LINE,
    VECTOR,
    LARGEST,
    DIMENSION,
    ENTROPY,
    SUM
  }

  /** First state of an epoch. */
  public enum Start {
    FIXED,
    ZERO,
    RANDOM,
    CARRY
  }

  /** How far the gradient follows the trajectory back. */
  public enum Reach {
    FULL,
    WINDOW,
    FROZEN
  }
}
