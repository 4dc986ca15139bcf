package homeostat.cli;

import homeostat.lab.config.ConfigLoader;
import homeostat.lab.run.Job;
import homeostat.lab.run.RunFolder;
import homeostat.lab.run.Runner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code resume DIR}: goes on with a run. */
final class ResumeVerb implements Verb {
  private static final String FROM = "from";
  private static final Page PAGE =
      new Page(
          "resume",
          Group.RUN,
          "RUN [from=CHECKPOINT] [run.threads=N ...] [--quiet]",
          "go on with a run that was stopped, or killed",
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
    Arguments given = Arguments.parse(arguments, PAGE);
    RunFolder folder = RunFolder.open(Path.of(given.word(0, PAGE)));
    List<String> settings =
        given.assignments().stream().filter(setting -> !setting.startsWith(FROM + "=")).toList();
    Job job =
        Job.of(ConfigLoader.load(folder.config().toString(), settings, catalogue.get().kinds()));
    Optional<Path> from = Optional.ofNullable(given.settings().get(FROM)).map(Path::of);
    return Workbench.told(
        console,
        Workbench.work(
            console,
            given.has(Flag.QUIET),
            around -> new Runner(around).resume(folder.path(), job, from)));
  }
}
