package homeostat.kinds.lyapunov.legacy;

import homeostat.rate.Activation;
import java.util.Locale;

/** Names of runs as the published programs make them, without the number of the sample. */
final class PublishedNames {
  private PublishedNames() {}

  static String random(Options options, String end) {
    return activation(options.require("activation"))
        + trained("Weights", options.truth("train_weights", true))
        + trained("Shifts", options.truth("train_shifts", false))
        + trained("Gains", options.truth("train_gains", false))
        + "_N"
        + options.require("n")
        + "_lr"
        + options.get("lr", "0.001")
        + "_NLE"
        + options.require("nle")
        + "_Epochs"
        + options.get("n_epochs", "10")
        + "_"
        + loss(options.require("loss"), options)
        + "_g"
        + options.require("g")
        + times(options)
        + end;
  }

  static String connectome(
      Options options, String activation, String nle, String loss, String population) {
    return activation(activation)
        + "_ROI_"
        + options.get("roi", "EB")
        + population
        + "_WeightsFalse_ShiftsTrue_GainsTrue_lr"
        + options.get("lr", "0.01")
        + "_NLE"
        + nle
        + "_Epochs"
        + options.get("n_epochs", "10")
        + "_"
        + loss(loss, options)
        + times(options)
        + "_dt0.1";
  }

  private static String times(Options options) {
    return "_Tons" + options.get("tons", "0.2") + "_Tsim" + options.get("tsim", "200");
  }

  private static String trained(String what, boolean is) {
    return "_" + what + (is ? "True" : "False");
  }

  /** A name that is none is told of by the kind. */
  private static String activation(String name) {
    try {
      return Activation.named(name).fileName();
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  private static String loss(String loss, Options options) {
    String target = options.get("target", "0.0");
    if (target.matches("-?[0-9]+(\\.[0-9]*)?")) {
      target = String.format(Locale.ROOT, "%.2f", Double.parseDouble(target));
    }
    return switch (loss.toLowerCase(Locale.ROOT)) {
      case "l2" -> "l2Norm_" + target;
      case "mse_custom" -> "MSE_1.25_-1.25";
      case "sinai" -> "Entropy";
      default -> "MSE_" + target;
    };
  }
}
