package homeostat.kinds.dale.legacy;

import homeostat.kinds.dale.Views;
import homeostat.lab.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Translates {@code --section.name=value} of the published training scripts. Names are taken over;
 * what differs is the data set's name, switches that meant different things in different scripts,
 * and words that TOML writes otherwise.
 */
final class PublishedScript {
  /** Options that only the script with homeostasis had. */
  private static final Set<String> HOMEOSTATIC =
      Set.of("model.ln_feedback", "model.feedback_alignment");

  private static final String FILE = "config-file";
  private static final String DATASET = "train.dataset";

  private static final Set<String> TEXTS =
      Set.of(
          DATASET,
          "model.name",
          "model.ln_feedback",
          "model.homeostatic_annealing",
          "opt.algorithm",
          "exp.ckpt_dir",
          "exp.data_dir",
          "exp.name",
          "exp.wandb_project",
          "exp.wandb_entity",
          "exp.wandb_tag");

  private PublishedScript() {}

  /** The options of a command line, in order, without their dashes. */
  static Map<String, String> options(List<String> arguments) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String text = argument.startsWith("--") ? argument.substring(2) : argument;
      int equals = text.indexOf('=');
      if (equals < 0 && argument.startsWith("--") && i + 1 < arguments.size()) {
        options.put(text, arguments.get(++i));
      } else if (equals > 0) {
        options.put(text.substring(0, equals), text.substring(equals + 1));
      } else {
        throw new UserError("'" + argument + "' is not of the form --section.name=value");
      }
    }
    return withFile(options);
  }

  /** What a published configuration file holds, under what the command line says. */
  private static Map<String, String> withFile(Map<String, String> options) {
    String name = options.getOrDefault(FILE, "");
    if (!PublishedFile.is(name)) {
      return options;
    }
    Map<String, String> all = new LinkedHashMap<>(PublishedFile.read(Path.of(name)));
    all.putAll(options);
    all.remove(FILE);
    return all;
  }

  /** Whether these are options of the script with homeostasis. */
  static boolean homeostatic(Map<String, String> options) {
    return options.getOrDefault("model.homeostasis", "0").equals("1")
        || options.keySet().stream().anyMatch(HOMEOSTATIC::contains);
  }

  /**
   * The command that does what the script did.
   *
   * @param kind of experiment
   * @param defaults of the script where they are not the kind's
   */
  static List<String> command(
      String kind, Map<String, String> options, Map<String, String> defaults) {
    String file = options.get(FILE);
    // A file of ours says everything itself.
    Map<String, String> settings = new LinkedHashMap<>(file == null ? defaults : Map.of());
    if (file == null && !options.containsKey("run.seed")) {
      settings.put("train.seed", "0");
    }
    settings.putAll(options);
    settings.remove(FILE);
    if (settings.getOrDefault(DATASET, "").toLowerCase(Locale.ROOT).contains("perm_invariant")) {
      settings.put(DATASET, "mnist");
      settings.put("data.permuted", "true");
    }
    List<String> command = new ArrayList<>(List.of("run"));
    command.add(file == null ? kind : file);
    if (file != null) {
      command.add("kind=" + kind);
    }
    settings.forEach((name, value) -> command.add(name + "=" + value(name, value)));
    return List.copyOf(command);
  }

  private static String value(String name, String given) {
    String value = given.replaceAll("^[\"']|[\"']$", "");
    if (name.equals("model.homeostatic_annealing")) {
      return value.equals("0") ? "none" : value.equals("1") ? "linear" : value;
    }
    if (name.equals(DATASET)) {
      return Views.name(value);
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.equals("true") || lower.equals("false")) {
      return lower;
    }
    return TEXTS.contains(name) && value.isEmpty() ? "\"\"" : value;
  }
}
