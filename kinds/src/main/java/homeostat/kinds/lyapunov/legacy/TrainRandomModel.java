package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the two scripts that train random networks share. */
final class TrainRandomModel {
  private static final List<String> OPTIONS =
      List.of(
          "n",
          "n_samples",
          "nle",
          "g",
          "activation",
          "loss",
          "n_epochs",
          "target",
          "tons",
          "tsim",
          "train_weights",
          "train_shifts",
          "train_gains",
          "lr",
          "early_stopping");

  private TrainRandomModel() {}

  static Options options(String script, List<String> arguments, List<String> more) {
    List<String> known = new ArrayList<>(OPTIONS);
    known.addAll(more);
    return Options.of(script, arguments, known);
  }

  /**
   * The run.
   *
   * @param more settings
   */
  static List<String> translate(Options options, long seed, List<String> more) {
    List<String> out =
        new ArrayList<>(
            List.of(
                "run",
                "spectrum-training",
                "network.n=" + options.require("n"),
                "network.g=" + options.require("g"),
                "network.activation=" + options.require("activation"),
                "target.n_samples=" + options.require("n_samples"),
                "target.nle=" + options.require("nle"),
                "target.loss=" + loss(options),
                "target.value=" + options.get("target", "0.0"),
                "target.n_epochs=" + options.get("n_epochs", "10"),
                "target.tons=" + options.get("tons", "0.2"),
                "target.tsim=" + options.get("tsim", "200"),
                "target.lr=" + options.get("lr", "0.001"),
                "target.compat=true",
                "trained.train_weights=" + options.truth("train_weights", true),
                "trained.train_shifts=" + options.truth("train_shifts", false),
                "trained.train_gains=" + options.truth("train_gains", false),
                "run.seed=" + seed));
    options.find("early_stopping").ifPresent(v -> out.add("target.early_stopping=" + v));
    out.addAll(more);
    return Named.training(out);
  }

  private static String loss(Options options) {
    String loss = options.require("loss");
    return switch (loss.toLowerCase(Locale.ROOT)) {
      case "l2" -> "l2";
      case "mse" -> "mse";
      case "mse_custom" -> "line";
      case "sinai" -> "sum";
      default ->
          throw new UserError(
              options.script() + ": --loss " + loss + " is none of l2, MSE, Sinai, MSE_Custom");
    };
  }
}
