package homeostat.lab.simulation;

import homeostat.array.Arrays;
import homeostat.array.Sha256;
import homeostat.lab.RunSettings;
import homeostat.lab.Simulates;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.RunFolder;
import homeostat.lab.run.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The job of running a model without learning. */
public final class SimulationJob {
  private static final String NAME = "simulation";

  private SimulationJob() {}

  /**
   * Of a file or a kind: the model before training.
   *
   * @throws UserError if the kind's model cannot run without learning
   */
  public static Job of(String source, List<String> settings, Kinds kinds) {
    Resolved<?> resolved = ConfigLoader.load(source, settings, kinds);
    RunSettings given = resolved.run();
    String name = given.name().isBlank() ? resolved.kind().name() : given.name();
    return job(resolved, Optional.empty(), named(given, name + "-" + NAME, given.dir()), "");
  }

  /**
   * Of a run: the model with its best weights, or the latest where there is no best, into a folder
   * {@code simulations} inside of the run's.
   *
   * @throws UserError if it has no checkpoint, or its kind's model cannot run without learning
   */
  public static Job ofRun(Path path, List<String> settings, Kinds kinds) {
    RunFolder folder = RunFolder.open(path);
    Resolved<?> resolved = ConfigLoader.load(folder.config().toString(), settings, kinds);
    List<String> notes = new ArrayList<>();
    Checkpoints checkpoints = new Checkpoints(folder.checkpoints());
    Checkpoint checkpoint =
        Files.exists(checkpoints.best())
            ? Checkpoint.read(checkpoints.best())
            : checkpoints
                .newest(_ -> "", notes::add)
                .orElseThrow(() ->
                    new UserError(
                        path
                            + ": the run has no checkpoint yet; wait for one, or simulate its"
                            + " config.toml"));
    String trained = "the model of " + path + " after step " + checkpoint.nextStep();
    return job(
        resolved,
        Optional.of(checkpoint.state()),
        named(resolved.run(), NAME, path.resolve("simulations")),
        trained);
  }

  private static RunSettings named(RunSettings given, String name, Path dir) {
    return new RunSettings(
        name,
        dir,
        given.seed(),
        given.threads(),
        given.memory(),
        given.checkpointEvery(),
        given.figures(),
        given.inputs());
  }

  private static <C extends Record> Job job(
      Resolved<C> resolved, Optional<Arrays> trained, RunSettings settings, String note) {
    if (!(resolved.kind() instanceof Simulates<C> simulates)) {
      throw new UserError(
          "the model of kind '"
              + resolved.kind().name()
              + "' does not run without learning; start an experiment with: homeostat run");
    }
    Job whole = Job.of(resolved);
    List<String> warnings = new ArrayList<>(whole.warnings());
    if (!note.isEmpty()) {
      warnings.add(note);
    }
    return new Job(
        whole.kind(),
        whole.config(),
        Sha256.ofText(NAME + " of " + note + whole.identity()),
        settings,
        whole.estimate(),
        whole.inputs(),
        warnings,
        whole.source(),
        setup -> simulates.simulation(resolved.config(), trained, setup));
  }
}
