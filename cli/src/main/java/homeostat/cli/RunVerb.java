package homeostat.cli;

import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Resolved;
import homeostat.lab.run.Checker;
import homeostat.lab.run.Ended;
import homeostat.lab.run.Job;
import homeostat.lab.run.Runner;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code run FILE|KIND}: an experiment in a folder of its own. */
final class RunVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "run",
          Group.RUN,
          "FILE|KIND [key=value ...] [--dry] [--check] [--quiet]",
          "run an experiment from a file, or a kind with its defaults",
          Set.of(Flag.DRY, Flag.CHECK, Flag.QUIET),
          1,
          """
          Runs an experiment and leaves a folder runs/NAME-ID with its config, metrics, checkpoints,
          figures, summary and report. Settings after the file override it; homeostat help KIND lists
          them. Shared by all kinds are run.name, run.dir, run.seed, run.threads, run.memory,
          run.checkpoint_every, run.figures.

          Ctrl-C stops after the step with a checkpoint; homeostat resume goes on from it to the same
          result. --dry prints the resolved config, the memory and the time, and stops; --quiet shows
          no progress.

          --check: where a kind can compute its numbers in two ways, compares them before the first
          step and after the last, writes checks.csv, and ends with exit status 1 if they disagree;
          with --dry it compares before the first step and stops.

          Examples
            homeostat run experiments/homeostatic-plasticity-quick.toml
            homeostat run homeostatic-plasticity run.seed=7 run.threads=2
            homeostat run experiments/homeostatic-plasticity.toml --dry
            homeostat run experiments/disinhibitory-classifier.toml --check --dry
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
    Resolved<?> resolved =
        ConfigLoader.load(given.word(0, PAGE), given.assignments(), catalogue.get().kinds());
    Job job = Job.of(resolved);
    Console notes = console.quiet(given.has(Flag.QUIET));
    if (given.has(Flag.DRY)) {
      job.warnings().forEach(notes::note);
      console.print(Runner.dry(job).stripTrailing());
    }
    if (given.has(Flag.CHECK)) {
      return checked(given, resolved, job, console);
    }
    return given.has(Flag.DRY) ? Exit.DONE : Workbench.toldRun(console, ended(given, job, console));
  }

  private static Ended ended(Arguments given, Job job, Console console) {
    return Workbench.work(console, given.has(Flag.QUIET), around -> new Runner(around).run(job));
  }

  private static int checked(Arguments given, Resolved<?> resolved, Job job, Console console) {
    Consumer<String> note = console.quiet(given.has(Flag.QUIET))::note;
    CheckedRun checks = new CheckedRun(console);
    if (!checks.told("before the first step", Checker.before(resolved, note))) {
      return Exit.FAILED;
    }
    if (given.has(Flag.DRY)) {
      return Exit.DONE;
    }
    Ended ended = ended(given, job, console);
    int status = Workbench.toldRun(console, ended);
    if (status != Exit.DONE) {
      return status;
    }
    boolean agree =
        checks.told("after the last step", Checker.after(resolved, ended.folder(), note));
    checks.keep(ended.folder());
    return agree ? Exit.DONE : Exit.FAILED;
  }
}
