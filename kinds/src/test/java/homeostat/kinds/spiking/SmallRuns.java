package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.array.Npz;
import homeostat.lab.Experiment;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.figure.FigureNumbers;
import homeostat.lab.run.Ended;
import homeostat.lab.run.FigureSink;
import homeostat.lab.run.Interrupts;
import homeostat.lab.run.Job;
import homeostat.lab.run.Progress;
import homeostat.lab.run.Report;
import homeostat.lab.run.Runner;
import homeostat.lab.run.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs of the kind on a network of sixty neurons, in this process. */
final class SmallRuns {
  /** Leaves the numbers of a figure, without its pixels. */
  private static final FigureSink NUMBERS =
      (base, figure) ->
          Npz.write(base.resolveSibling(base.getFileName() + ".npz"), FigureNumbers.of(figure));

  private final Path dir;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  SmallRuns(Path dir) {
    this.dir = dir;
  }

  static Path file() {
    return resource("/small/plasticity.toml");
  }

  static Path published() {
    return resource("/published/homeostatic-plasticity.toml");
  }

  static Path publishedStageOne() {
    return resource("/published/conductance-based-Dp.toml");
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(SmallRuns.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Resolved<?> resolved(Path file, String... settings) {
    return ConfigLoader.load(file.toString(), List.of(settings), Kinds.all());
  }

  Job job(Path file, String... settings) {
    List<String> all = new ArrayList<>(Arrays.asList(settings));
    all.add("run.dir=" + dir.resolve("runs"));
    return Job.of(ConfigLoader.load(file.toString(), all, Kinds.all()));
  }

  /** Everything that was told so far. */
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  Ended run(Job job) {
    return runner(Interrupts.manual()).run(job);
  }

  /** A run of the small network that has come to its end. */
  Path complete(String... settings) {
    return completed(run(job(file(), settings)));
  }

  Path completed(Ended ended) {
    assertEquals(0, ended.outcome().exitStatus(), () -> ended.outcome() + "\n" + said());
    return ended.folder().path();
  }

  /** Starts a run that is asked to stop within a step, so that it ends with a checkpoint. */
  Path stopped(Job job, long step) {
    Interrupts interrupts = Interrupts.manual();
    Ended ended = runner(interrupts).run(stopping(job, step, interrupts));
    assertEquals(130, ended.outcome().exitStatus(), () -> ended.outcome() + "\n" + said());
    return ended.folder().path();
  }

  /** Goes on with a run that is asked to stop once more. */
  void stoppedAgain(Path folder, Job job, long step) {
    Interrupts interrupts = Interrupts.manual();
    Ended ended =
        runner(interrupts).resume(folder, stopping(job, step, interrupts), Optional.empty());
    assertEquals(130, ended.outcome().exitStatus(), () -> ended.outcome() + "\n" + said());
  }

  Path resume(Path folder, Job job) {
    return completed(runner(Interrupts.manual()).resume(folder, job, Optional.empty()));
  }

  private Runner runner(Interrupts interrupts) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Runner(
        new Surroundings(
            new Progress(out, false, true), NUMBERS, Report.none(), interrupts, "test"));
  }

  private static Job stopping(Job job, long step, Interrupts interrupts) {
    return new Job(
        job.kind(),
        job.config(),
        job.identity(),
        job.settings(),
        job.estimate(),
        job.inputs(),
        job.warnings(),
        setup -> stopping(job.open().apply(setup), step, interrupts));
  }

  private static Experiment<?> stopping(Experiment<?> inner, long step, Interrupts interrupts) {
    return (Experiment<?>)
        Proxy.newProxyInstance(
            SmallRuns.class.getClassLoader(),
            new Class<?>[] {Experiment.class},
            (_, method, arguments) -> {
              if (method.getName().equals("step") && arguments[1].equals(step)) {
                interrupts.request(new Interrupts.Stop("INT", 130));
              }
              try {
                return method.invoke(inner, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /**
   * Metrics, structure, figures' numbers, latest and best checkpoint: what no accident may change.
   */
  static List<Path> results(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(file -> {
            String name = file.toString();
            return name.equals("training_metrics.csv")
                || name.equals("metrics.jsonl")
                || name.endsWith(".npz") && !name.contains("checkpoint_previous");
          })
          .sorted()
          .toList();
    }
  }

  static void assertSame(Path expected, Path actual, String when) throws IOException {
    assertEquals(results(expected), results(actual), when);
    for (Path file : results(expected)) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(actual.resolve(file)),
          file + ", " + when);
    }
  }
}
