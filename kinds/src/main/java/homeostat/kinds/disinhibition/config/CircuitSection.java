package homeostat.kinds.disinhibition.config;

import homeostat.disinhibition.weights.Signs;
import homeostat.lab.config.Key;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code [model.vf]}: the layers and their cells. */
public record CircuitSection(
    @Key(
            value =
                "Plain units, or pairs of an excitatory and an inhibitory cell. (Weights between"
                    + " layers keep no sign in either; see constrain_ff.)",
            or = "\"non-dale\"")
        Form name,
    @Key(value = "Number of hidden layers.", min = 1, max = 100, or = "3") int nbHidden,
    @Key(
            value = "Units of each hidden layer; one number holds for all of them.",
            min = 1,
            max = 100_000,
            or = "[256]")
        List<Integer> sizesHidden,
    @Key(value = "Whether hidden layers have biases.", or = "true") boolean useBias,
    @Key(value = "Whether the control also reaches the output.", or = "true") boolean fbToReadout,
    @Key(
            value = "Whether images are flattened.",
            or = "true",
            inert = "all layers here are fully connected")
        boolean flattenInput,
    @Key(value = "Number of outputs.", inert = "the data set tells") Optional<Integer> dimOutput,
    @Key(
            value =
                "Signs of the weights between layers: any, one a sending cell, none negative, or"
                    + " split into excitation and inhibition over interneurons.",
            or = "\"none\"")
        Signs constrainFf,
    @Key(
            value = "Interneurons between split layers, as a share of the units they reach.",
            min = 0,
            above = true,
            max = 10,
            or = "0.1")
        double interneurons,
    @Key(
            value = "Time constant of plain units.",
            unit = "s",
            min = 0,
            above = true,
            or = "10e-3",
            inert = "plain units are at their steady state at once")
        double tau,
    @Key(
            value = "Time constant of excitatory cells.",
            name = "tauE",
            unit = "s",
            min = 0,
            above = true,
            or = "20e-3")
        double tauE,
    @Key(
            value = "Time constant of inhibitory cells.",
            name = "tauI",
            unit = "s",
            min = 0,
            above = true,
            or = "5e-3")
        double tauI,
    @Key("Activation of plain units.") ActivationSection activation,
    @Key(value = "Activation of excitatory cells.", name = "actE") ActivationSection excitatory,
    @Key(value = "Activation of inhibitory cells.", name = "actI") ActivationSection inhibitory,
    @Key("The controller.") ControllerSection controller) {

  /** What hidden layers are made of. */
  public enum Form {
    NON_DALE,
    DALE;

    /** As published, with hyphens. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Units of every hidden layer. */
  public List<Integer> hidden() {
    return sizesHidden.size() == 1
        ? Collections.nCopies(nbHidden, sizesHidden.getFirst())
        : sizesHidden;
  }

  /** Whether hidden layers are made of pairs. */
  public boolean pairs() {
    return name == Form.DALE;
  }
}
