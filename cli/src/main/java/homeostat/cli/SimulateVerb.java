package homeostat.cli;

import homeostat.lab.config.Kinds;
import homeostat.lab.run.Job;
import homeostat.lab.run.Runner;
import homeostat.lab.simulation.SimulationJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code simulate FILE|KIND|RUN}: a model without learning. */
final class SimulateVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "simulate",
          Group.RUN,
          "FILE|KIND|RUN [record=WHAT] [key=value ...] [--quiet]",
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

          record=voltages,conductances,spikes writes what single neurons did into recording.npz:
          those that record.neurons names (numbers, ranges and cell types: 0..9,inhibitory), every
          record.every steps, in the first record.trials trials.

          Examples
            homeostat simulate experiments/homeostatic-plasticity-quick.toml evaluation.trials=1
            homeostat simulate runs/quick-20260101-120000-ab12 evaluation.duration=5000
            homeostat simulate runs/quick-20260101-120000-ab12 record=voltages record.neurons=0..9
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
    List<String> settings = given.assignments().stream().map(SimulateVerb::setting).toList();
    Job job =
        Files.isDirectory(folder)
            ? SimulationJob.ofRun(folder, settings, kinds)
            : SimulationJob.of(source, settings, kinds);
    return Workbench.toldRun(
        console,
        Workbench.work(console, given.has(Flag.QUIET), around -> new Runner(around).run(job)));
  }

  /** {@code record=a,b} lists quantities; everything else is a setting as it stands. */
  private static String setting(String assignment) {
    String key = "record=";
    if (!assignment.startsWith(key) || assignment.startsWith(key + "[")) {
      return assignment.startsWith(key)
          ? "record.quantities=" + assignment.substring(key.length())
          : assignment;
    }
    String words = assignment.substring(key.length());
    return "record.quantities=["
        + Arrays.stream(words.split(",", -1))
            .map(word -> "\"" + word.strip() + "\"")
            .collect(Collectors.joining(", "))
        + "]";
  }
}
