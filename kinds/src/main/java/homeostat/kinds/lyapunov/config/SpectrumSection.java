package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [spectrum]}: how exponents are computed. */
public record SpectrumSection(
    @Key(value = "Exponents; 0 takes all.", min = 0, max = 100_000, or = "0") int nle,
    @Key(
            value = "Time averaged over; the most, where there is a tolerance.",
            unit = "tau",
            min = 0,
            above = true,
            or = "200")
        double tsim,
    @Key(
            value = "Time between orthonormalisations; 0 takes the longest within the condition.",
            unit = "tau",
            min = 0,
            or = "0")
        double tons,
    @Key(
            value =
                "Largest ratio of growths aimed at in one interval; 0 takes that of the precision.",
            min = 0,
            max = 1e8,
            or = "0")
        double condition,
    @Key(
            value =
                "Time before the frame is followed; by default 100, or a tenth of tsim if more.",
            unit = "tau",
            min = 0)
        Optional<Double> transientTime,
    @Key(
            value =
                "Time that the frame turns before the average; by default 20, or a tenth of tsim.",
            unit = "tau",
            min = 0)
        Optional<Double> frameTransient,
    @Key(
            value =
                "Stop as soon as every exponent is known to this half-width of its 95 % interval;"
                    + " 0 averages over all of tsim.",
            unit = "1/tau",
            min = 0,
            or = "0")
        double tol,
    @Key(value = "Networks, or starts of one network.", min = 1, max = 1_000_000, or = "5")
        int nSamples,
    @Key(value = "Working precision.", or = "\"float64\"") Precision precision,
    @Key(
            value =
                "Covariant Lyapunov vectors of the first sample at so many times, one time unit"
                    + " apart; 0 for none.",
            min = 0,
            max = 100_000,
            or = "0")
        int covariant,
    @Key(
            value =
                "Also compute what the published program prints: its Jacobian, its transients in"
                    + " the time, from the same start.",
            or = "false")
        boolean compat) {

  /** Working precision. */
  public enum Precision {
    FLOAT32,
    FLOAT64
  }
}
