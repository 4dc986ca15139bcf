package homeostat.kinds.image.config;

import homeostat.gradient.operation.Activation;
import homeostat.lab.config.Key;
import java.util.List;
import java.util.Optional;

/** {@code [model]}: the network. */
public record ModelSection(
    @Key(
            value = "A multi-layer perceptron of flat images, or an Elman network of sequences.",
            or = "\"mlp\"")
        Type type,
    @Key(
            value = "Units of each hidden layer; an Elman network has one.",
            unit = "units",
            min = 1,
            max = 100_000,
            or = "[234, 234]")
        List<Integer> hidden,
    @Key("Activation of hidden units; without it relu for mlp, tanh for elman.")
        Optional<Activation> activation) {

  /** Kinds of network. */
  public enum Type {
    MLP,
    ELMAN
  }

  /** As set, or as usual for the network. */
  public Activation activationOrUsual() {
    return activation.orElse(type == Type.MLP ? Activation.RELU : Activation.TANH);
  }
}
