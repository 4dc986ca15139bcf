package homeostat.cli;

import homeostat.lab.config.Kinds;
import homeostat.lab.run.Job;
import homeostat.lab.run.Runner;
import homeostat.lab.simulation.SimulationJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code simulate FILE|KIND|RUN}: a model without learning. */
final class SimulateVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "simulate",
          Group.RUN,
          "FILE|KIND|RUN [key=value ...] [--quiet]",
          "run a model without learning, as it starts or as a run has trained it",
          Set.of(Flag.QUIET),
          1,
          """
          Runs a model forward. Of a file or a kind it is the model before training, and the folder
          is runs/NAME-simulation-ID; of a run's folder it is the model with its best weights, and
          the folder is RUN/simulations/simulation-ID. Either holds what was recorded as NPZ,
          figures, a summary and a report; the headline numbers are printed.

          Settings are those of the kind. Of homeostatic-plasticity, evaluation.duration and
          evaluation.trials say how long and how often.

          Examples
            homeostat simulate experiments/homeostatic-plasticity-quick.toml evaluation.trials=1
            homeostat simulate runs/quick-20260101-120000-ab12 evaluation.duration=5000
          """);

  private final Supplier<Catalogue> catalogue;

  SimulateVerb(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE);
    Kinds kinds = catalogue.get().kinds();
    String source = given.word(0, PAGE);
    Path folder = UserPath.of(source);
    Job job =
        Files.isDirectory(folder)
            ? SimulationJob.ofRun(folder, given.assignments(), kinds)
            : SimulationJob.of(source, given.assignments(), kinds);
    return Workbench.toldRun(
        console,
        Workbench.work(console, given.has(Flag.QUIET), around -> new Runner(around).run(job)));
  }
}
