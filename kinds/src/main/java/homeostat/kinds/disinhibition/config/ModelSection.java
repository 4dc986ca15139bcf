package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;

/** {@code [model]}: the network, and how it comes to its steady states. */
public record ModelSection(
    @Key(
            value =
                "How a network of pairs comes to its steady states: solved directly, or integrated"
                    + " in time as published.",
            or = "\"equilibrium\"")
        Route route,
    @Key(
            value = "Largest residual of a steady state that is solved directly.",
            min = 1e-7,
            max = 1,
            or = "5e-6")
        double tolerance,
    @Key(
            value = "Sweeps through the layers after which the search for a root is given up.",
            min = 1,
            max = 100_000,
            or = "300")
        int maxSweeps,
    @Key(
            value =
                "Whether an image whose root under control is not found is integrated in time"
                    + " instead; else it counts as unsettled.",
            or = "true")
        boolean fallback,
    @Key(
            value = "Share of a batch that may stay unsettled; the run stops above it.",
            min = 0,
            max = 1,
            or = "0.01")
        double maxUnsettled,
    @Key(
            value = "First step of the integration; with fixed steps, every step.",
            unit = "s",
            min = 0,
            above = true,
            or = "1e-3")
        double dt,
    @Key(
            value = "Time at which the integration ends in any case.",
            name = "T",
            unit = "s",
            min = 0,
            above = true,
            or = "2.0")
        double horizon,
    @Key(
            value = "Relative tolerance of a step, and of the steady state.",
            min = 0,
            max = 1,
            or = "1e-3")
        double rtol,
    @Key(
            value = "Absolute tolerance of a step, and of the steady state.",
            min = 0,
            above = true,
            max = 1,
            or = "1e-6")
        double atol,
    @Key(value = "The method of integration.", or = "\"tsit5\"") Method solver,
    @Key(value = "Whether steps follow their errors.", or = "true") boolean adaptiveStepsize,
    @Key(value = "Whether a steady state ends the integration.", or = "true")
        boolean earlyTermination,
    @Key("The layers and their cells.") CircuitSection vf) {

  /** How steady states are found. */
  public enum Route {
    EQUILIBRIUM,
    SOLVER
  }

  /** How equations are integrated. */
  public enum Method {
    TSIT5
  }
}
