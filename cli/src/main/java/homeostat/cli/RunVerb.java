package homeostat.cli;

import homeostat.lab.config.ConfigLoader;
import homeostat.lab.run.Job;
import homeostat.lab.run.Runner;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code run FILE|KIND}: an experiment in a folder of its own. */
final class RunVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "run",
          Group.RUN,
          "FILE|KIND [key=value ...] [--dry] [--quiet]",
          "run an experiment from a file, or a kind with its defaults",
          Set.of(Flag.DRY, Flag.QUIET),
          1,
          """
          Runs an experiment and leaves a folder runs/NAME-ID with its config, metrics, checkpoints,
          figures, summary and report. Settings after the file override it; homeostat help KIND lists
          them. Shared by all kinds are run.name, run.dir, run.seed, run.threads, run.memory,
          run.checkpoint_every, run.figures.

          Ctrl-C stops after the step with a checkpoint; homeostat resume goes on from it to the same
          result. --dry prints the resolved config, the memory and the time, and stops; --quiet shows
          no progress.

          Examples
            homeostat run experiments/homeostatic-plasticity-quick.toml
            homeostat run homeostatic-plasticity run.seed=7 run.threads=2
            homeostat run experiments/homeostatic-plasticity.toml --dry
          """);

  private final Supplier<Catalogue> catalogue;

  RunVerb(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE);
    Job job =
        Job.of(
            ConfigLoader.load(given.word(0, PAGE), given.assignments(), catalogue.get().kinds()));
    if (given.has(Flag.DRY)) {
      job.warnings().forEach(console.quiet(given.has(Flag.QUIET))::note);
      console.print(Runner.dry(job).stripTrailing());
      return Exit.DONE;
    }
    return Workbench.toldRun(
        console,
        Workbench.work(console, given.has(Flag.QUIET), around -> new Runner(around).run(job)));
  }
}
