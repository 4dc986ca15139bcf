package homeostat.kinds.disinhibition.config;

import homeostat.disinhibition.LeakyController;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.teacher.StudentSettings;
import homeostat.disinhibition.teacher.StudentSettings.Approximation;
import homeostat.disinhibition.teacher.StudentShape;
import homeostat.lab.config.Key;
import java.util.List;

/** {@code [student]}: teacher and students, which differ in their weights and rules alone. */
public record StudentSection(
    @Key(value = "Number of inputs.", min = 1, max = 10_000, or = "30") int inputs,
    @Key(value = "Hidden pairs.", min = 1, max = 10_000, or = "20") int hidden,
    @Key(value = "Output pairs.", min = 1, max = 1000, or = "2") int outputs,
    @Key(value = "A student for each of these rules, side by side.", or = "[\"approx\", \"exact\"]")
        List<Approximation> rules,
    @Key(
            value =
                "Errors as the published program forms them, or as its equations say (slopes at the"
                    + " potential, and the line of the inhibitory inverse).",
            or = "\"source\"")
        Variant variant,
    @Key(
            value = "Rate around which the approximate rule's line touches the inverse.",
            min = 0,
            above = true,
            or = "0.5")
        double lineAround,
    @Key(value = "Proportional gain.", min = 0, or = "30.0") double kP,
    @Key(value = "Integral gain.", min = 0, or = "15.0") double kI,
    @Key(value = "Leak of the integrator.", min = 0, or = "0.5") double leak,
    @Key(
            value = "Time constant of excitatory cells.",
            name = "tauE",
            unit = "s",
            min = 0,
            above = true,
            or = "0.02")
        double tauE,
    @Key(
            value = "Time constant of inhibitory cells.",
            name = "tauI",
            unit = "s",
            min = 0,
            above = true,
            or = "0.005")
        double tauI,
    @Key(
            value = "Time constant of the integrator.",
            name = "tauC",
            unit = "s",
            min = 0,
            above = true,
            or = "0.1")
        double tauC,
    @Key(
            value = "Time constant of weights.",
            name = "tauW",
            unit = "s",
            min = 0,
            above = true,
            or = "60.0")
        double tauW,
    @Key(
            value = "Time constant of feedback weights.",
            name = "tauQ",
            unit = "s",
            min = 0,
            above = true,
            or = "30.0")
        double tauQ,
    @Key(
            value = "Frobenius norm of each layer's feedback weights.",
            name = "Q_norm",
            min = 0,
            above = true,
            or = "7.5")
        double feedbackNorm) {

  /** Which form of the errors. */
  public enum Variant {
    SOURCE,
    CORRECTED
  }

  /** Sizes. */
  public StudentShape shape() {
    return new StudentShape(inputs, hidden, outputs);
  }

  /** The constants of a student with a rule. */
  public StudentSettings settings(Approximation rule) {
    return new StudentSettings(
        new Pairs(new SoftRectifier(5, 1, 3), new SoftRectifier(1, 1, 3), tauE, tauI),
        new LeakyController(kP, kI, leak, tauC),
        tauW,
        tauQ,
        feedbackNorm,
        lineAround,
        rule,
        variant == Variant.SOURCE);
  }
}
