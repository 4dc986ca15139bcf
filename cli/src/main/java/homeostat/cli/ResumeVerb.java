package homeostat.cli;

import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.record.RunFolder;
import homeostat.lab.run.Job;
import homeostat.lab.run.Runner;
import homeostat.lab.sweep.Sweep;
import homeostat.lab.sweep.SweepFile;
import homeostat.lab.sweep.Sweeper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** {@code resume DIR}: goes on with a run. */
final class ResumeVerb implements Verb {
  private static final String FROM = "from";

  /** Settings that cannot change a result; all others are those the run was started with. */
  private static final Set<String> ALLOWED =
      new TreeSet<>(Set.of(FROM, "run.threads", "run.memory", "run.figures"));

  private static final Page PAGE =
      new Page(
          "resume",
          Group.RUN,
          "RUN [from=CHECKPOINT] [run.threads=N ...] [--quiet]",
          "go on with a run or sweep that was stopped, or killed",
          Set.of(Flag.QUIET),
          1,
          """
          Goes on from the newest intact checkpoint of a run's folder, to the same bits that an
          uninterrupted run would have given. from= takes an earlier one; rows logged after it are
          dropped. Settings that cannot change the result (run.threads, run.memory, run.figures) may
          be given anew.

          Examples
            homeostat resume runs/quick-20260101-120000-ab12
            homeostat resume runs/quick-20260101-120000-ab12 run.threads=8
            homeostat resume RUN from=RUN/checkpoints/NAME.npz
          """);

  private final Supplier<Catalogue> catalogue;

  ResumeVerb(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE).allowing(ALLOWED);
    RunFolder folder = RunFolder.open(UserPath.of(given.word(0, PAGE)));
    List<String> settings =
        given.assignments().stream().filter(setting -> !setting.startsWith(FROM + "=")).toList();
    boolean quiet = given.has(Flag.QUIET);
    Kinds kinds = catalogue.get().kinds();
    if (SweepFile.in(folder)) {
      if (given.settings().containsKey(FROM)) {
        throw new UserError("from=: a sweep has no checkpoint of its own; leave it out");
      }
      Sweep sweep = SweepFile.read(folder, settings, kinds);
      return Workbench.toldSweep(
          console,
          Workbench.work(
              console, quiet, around -> new Sweeper(around).resume(folder.path(), sweep)));
    }
    Job job = Job.of(ConfigLoader.load(folder.config().toString(), settings, kinds));
    Optional<Path> from = Optional.ofNullable(given.settings().get(FROM)).map(UserPath::of);
    return Workbench.toldRun(
        console,
        Workbench.work(
            console, quiet, around -> new Runner(around).resume(folder.path(), job, from)));
  }
}
