package homeostat.lab.run;

import homeostat.array.Sha256;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Entry;
import homeostat.lab.config.Resolved;
import homeostat.lab.record.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An experiment with its config resolved, ready to run.
 *
 * @param kind name of the kind
 * @param config the resolved config as TOML
 * @param identity fingerprint of kind, seed and every value that can change a result: two jobs of
 *     one identity are the same run
 * @param settings the section {@code [run]}
 * @param estimate what it will need
 * @param inputs files that it reads
 * @param warnings told once, when the run starts
 * @param source the parameter file that was given, as it is; empty without one
 * @param open opens the experiment
 */
public record Job(
    String kind,
    String config,
    Sha256 identity,
    RunSettings settings,
    Estimate estimate,
    List<InputFile> inputs,
    List<String> warnings,
    Optional<String> source,
    Function<Setup, Experiment<?>> open) {

  /** A job that no file describes. */
  public Job(
      String kind,
      String config,
      Sha256 identity,
      RunSettings settings,
      Estimate estimate,
      List<InputFile> inputs,
      List<String> warnings,
      Function<Setup, Experiment<?>> open) {
    this(kind, config, identity, settings, estimate, inputs, warnings, Optional.empty(), open);
  }

  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "run.name",
          "run.dir",
          "run.threads",
          "run.memory",
          "run.checkpoint_every",
          "run.figures",
          "run.inputs");

  /** The job of a resolved config. Files that the config names are its inputs. */
  public static <C extends Record> Job of(Resolved<C> resolved) {
    StringBuilder identity = new StringBuilder(resolved.kind().name()).append('\n');
    for (Entry entry : resolved.entries()) {
      if (!WITHOUT_EFFECT.contains(entry.path().toString())) {
        identity.append(entry.path()).append('=').append(entry.value()).append('\n');
      }
    }
    List<String> warnings = new ArrayList<>(resolved.notes());
    warnings.addAll(resolved.inert());
    return new Job(
        resolved.kind().name(),
        resolved.toml(),
        Sha256.ofText(identity.toString()),
        resolved.run(),
        resolved.kind().estimate(resolved.config(), resolved.run()),
        Stream.concat(
                InputPaths.in(resolved.config()).stream(),
                resolved.kind().inputs(resolved.config()).stream())
            .distinct()
            .map(path -> new InputFile(path, resolved.run().inputs()))
            .toList(),
        warnings,
        resolved.source(),
        setup -> resolved.kind().open(resolved.config(), setup));
  }

  /** What the run's folder is named after. */
  public String name() {
    return settings.name().isBlank() ? kind : settings.name();
  }

  /** Threads that work: as set, or as many as there are processors. */
  public int threads() {
    return settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
  }
}
