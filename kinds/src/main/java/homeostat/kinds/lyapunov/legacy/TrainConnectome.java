package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the two scripts that train networks of connectomes share. */
final class TrainConnectome {
  private static final List<String> OPTIONS =
      List.of(
          "n_samples",
          "nle",
          "n_epochs",
          "roi",
          "subpopulation",
          "activation",
          "loss",
          "target",
          "tons",
          "tsim",
          "lr",
          "early_stopping");

  private TrainConnectome() {}

  static Options options(String script, List<String> arguments) {
    return Options.of(script, arguments, OPTIONS);
  }

  static List<String> translate(
      Options options,
      String samples,
      String nle,
      String activation,
      String loss,
      Optional<String> population) {
    List<String> out =
        new ArrayList<>(
            List.of(
                "run",
                "spectrum-training",
                "network.connectome.source=folder",
                "network.connectome.folder=data/connectomics/" + options.get("roi", "EB"),
                "network.connectome.species=file",
                "network.connectome.dale=receiver",
                "network.connectome.balance=published",
                "network.activation=" + activation,
                "target.n_samples=" + samples,
                "target.nle=" + nle,
                "target.loss=" + loss(options, loss),
                "target.value=" + options.get("target", "0.0"),
                "target.n_epochs=" + options.get("n_epochs", "10"),
                "target.tons=" + options.get("tons", "0.2"),
                "target.tsim=" + options.get("tsim", "200"),
                "target.lr=" + options.get("lr", "0.01"),
                "target.compat=true",
                "trained.train_weights=false",
                "trained.train_gains=true",
                "trained.train_shifts=true",
                "run.seed=30"));
    options.find("early_stopping").ifPresent(v -> out.add("target.early_stopping=" + v));
    population.ifPresent(p -> out.add("network.connectome.population=" + p));
    return Named.training(out);
  }

  private static String loss(Options options, String loss) {
    return switch (loss.toLowerCase(Locale.ROOT)) {
      case "l2" -> "l2";
      case "mse" -> "mse";
      case "mse_custom" -> "line";
      default ->
          throw new UserError(
              options.script() + ": --loss " + loss + " is none of l2, MSE, MSE_Custom");
    };
  }
}
