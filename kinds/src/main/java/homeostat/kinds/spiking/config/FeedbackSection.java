package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [feedback]}: the learning rule {@code feedback}, homeostasis without gradients. */
public record FeedbackSection(
    @Key(
            value =
                "Step of the logarithm of a strength at an update, for a rate that is off by its"
                    + " whole target; 0.1 without it.",
            min = 0,
            above = true,
            max = 10)
        Optional<Double> eta,
    @Key(
            value =
                "Memory of the running rates; without it 0.3 s, or more where it takes more to hold"
                    + " 25 spikes of a unit at its target.",
            unit = "s",
            min = 0,
            above = true)
        Optional<Double> tauR,
    @Key(
            "Whose rate is held: neuron, the default where weights are trained, or cell_type, the"
                + " default where factors are.")
        Optional<Per> per,
    @Key(
            value =
                "Which strengths go which way: opposed scales excitation up and inhibition down"
                    + " where a rate is too low; uniform scales both up; cross follows the rates of"
                    + " the other class (Soldado-Magraner et al. 2022).",
            or = "\"opposed\"")
        Scaling scaling) {

  /** Units of the rule. */
  public enum Per {
    NEURON,
    CELL_TYPE
  }

  /** Signs of the rule. */
  public enum Scaling {
    OPPOSED,
    UNIFORM,
    CROSS
  }
}
