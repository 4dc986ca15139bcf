package homeostat.kinds.robustness;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Entry;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A run with its network.
 *
 * @param name of the run
 * @param network as it was saved
 * @param settings of its config by key, but for those of the run itself and its seed
 */
record SavedRun(String name, SavedClassifier network, Map<String, String> settings) {
  /** Keys that say nothing of a network: of the run, its seed, names, folders, what it measures. */
  private static final Pattern ASIDE =
      Pattern.compile("(run|exp|diag)\\..*|(.*\\.)?(seed|dir|path)");

  /**
   * Reads a run of any kind that classifies images.
   *
   * @throws UserError if the folder holds none
   */
  static SavedRun read(String folder, RobustnessConfig.Checkpoint which) {
    RunFolder run = RunFolder.open(Path.of(folder));
    if (!Files.exists(run.config())) {
      boolean kept = Files.isDirectory(run.path().resolve("cells"));
      throw new UserError(
          "of: "
              + folder
              + " is no run"
              + (kept
                  ? "; networks of a sweep are in its cells: " + run.path().resolve("cells") + "/*"
                  : ", it has no config.toml; of a sweep, cells that were kept (keep=true) are"));
    }
    Kinds kinds = Kinds.all();
    Resolved<?> resolved = ConfigLoader.load(run.config().toString(), List.of(), kinds);
    Map<String, String> settings = new LinkedHashMap<>();
    for (Entry entry : resolved.entries()) {
      String key = entry.path().toString();
      if (!ASIDE.matcher(key).matches()) {
        settings.put(key, entry.value());
      }
    }
    return new SavedRun(run.name(), network(run, resolved, which, kinds), settings);
  }

  private static <C extends Record> SavedClassifier network(
      RunFolder run, Resolved<C> resolved, RobustnessConfig.Checkpoint which, Kinds kinds) {
    if (!(resolved.kind() instanceof ClassifiesImages<C> kind)) {
      throw new UserError(
          "of: %s is a run of %s, which leaves no classifier of images; those of %s do"
              .formatted(run.path(), resolved.kind().name(), classifying(kinds)));
    }
    return kind.classifier(resolved.config(), parameters(run, kind, which), resolved.run().seed());
  }

  private static String classifying(Kinds kinds) {
    return kinds.list().stream()
        .filter(kind -> kind instanceof ClassifiesImages)
        .map(kind -> kind.name())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** A finished run has its last weights in a file; one that was stopped, in a checkpoint. */
  private static Arrays parameters(
      RunFolder run, ClassifiesImages<?> kind, RobustnessConfig.Checkpoint which) {
    Path last = run.path().resolve("weights/final.npz");
    if (which == RobustnessConfig.Checkpoint.LAST && Files.exists(last)) {
      return Npz.read(last);
    }
    Checkpoints checkpoints = new Checkpoints(run.checkpoints());
    boolean best = which == RobustnessConfig.Checkpoint.BEST;
    Path file = best ? checkpoints.best() : checkpoints.latest();
    if (!Files.exists(file)) {
      throw new UserError(
          "of: %s has no %s; has the run ended an epoch?"
              .formatted(run.path(), file.getFileName()));
    }
    return kind.parameters(Checkpoint.read(file).state());
  }
}
