package homeostat.lab.run;

import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import java.util.List;
import java.util.function.Function;

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
    Function<Setup, Experiment<?>> open) {

  /** What the run's folder is named after. */
  public String name() {
    return settings.name().isBlank() ? kind : settings.name();
  }

  /** Threads that work: as set, or as many as there are processors. */
  public int threads() {
    return settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
  }
}
