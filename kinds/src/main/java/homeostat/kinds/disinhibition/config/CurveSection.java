package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code [curve]}: which circuits are tried how. */
public record CurveSection(
    @Key(value = "The circuits.", or = "[\"pair\"]") List<Circuit> circuits,
    @Key(
            value =
                "Intact under control, without control, and isolated with its inhibition clamped.",
            or = "[\"control\", \"no-control\", \"isolated\"]")
        List<Protocol> protocols,
    @Key(
            value = "Intercept and slope of the lines that stand for the inverse, of pairs.",
            or = "[[1.5, 1.5], [0.9, 1.8]]")
        double[][] lines,
    @Key(value = "Target rates of the control.", min = 0, above = true, or = "[4.0, 3.0]")
        double[] targets,
    @Key(
            value = "Inhibitory rates that an isolated cell is clamped to.",
            min = 0,
            or = "[0.01, 0.673, 1.337, 2.0]")
        double[] clamped,
    @Key(value = "Inputs a curve is tried at, from zero up.", min = 3, max = 100_000, or = "100")
        int points,
    @Key(
            value = "Largest input of all curves; without it as in the paper, for each circuit.",
            min = 0,
            above = true)
        Optional<Double> inputTo,
    @Key(
            value = "Largest input of isolated cells; without it as in the paper.",
            min = 0,
            above = true)
        Optional<Double> isolatedTo) {

  /** Which circuit. */
  public enum Circuit {
    PAIR,
    SACRAMENTO,
    MEULEMANS,
    PAYEUR,
    GREEDY
  }

  /** How it is tried. */
  public enum Protocol {
    CONTROL,
    NO_CONTROL,
    ISOLATED;

    /** As published, with hyphens. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
