package homeostat.lab.run;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.lab.CrossCheck;
import homeostat.lab.CrossChecks;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.config.Resolved;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.RunFolder;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the two ways in which a kind can compute its numbers. */
public final class Checker {
  private Checker() {}

  /**
   * Before the first step.
   *
   * @throws UserError if the kind, or the config, knows one way only
   */
  public static CrossCheck before(Resolved<?> resolved, Consumer<String> note) {
    return check(resolved, Optional.empty(), note);
  }

  /** At the newest checkpoint of a run. */
  public static CrossCheck after(Resolved<?> resolved, RunFolder folder, Consumer<String> note) {
    Arrays trained =
        new Checkpoints(folder.checkpoints())
            .newest(_ -> "", note)
            .orElseThrow(() -> new UserError(folder.path() + " has no checkpoint to compare at"))
            .state();
    return check(resolved, Optional.of(trained), note);
  }

  private static <C extends Record> CrossCheck check(
      Resolved<C> resolved, Optional<Arrays> trained, Consumer<String> note) {
    if (!(resolved.kind() instanceof CrossChecks<C> kind)) {
      throw new UserError(
          "--check: kind '"
              + resolved.kind().name()
              + "' computes its numbers in one way only; leave --check out");
    }
    Job job = Job.of(resolved);
    long heap = Runtime.getRuntime().maxMemory();
    Budget.check(job.estimate(), job.settings(), heap);
    try (Parallel parallel = new Parallel(job.threads())) {
      long memory = Budget.bytes(job.settings(), heap);
      Setup setup = new Setup(job.settings().seed(), memory, parallel, note);
      return kind.crossCheck(resolved.config(), trained, setup);
    }
  }
}
