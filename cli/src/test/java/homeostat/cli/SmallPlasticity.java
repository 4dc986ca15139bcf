package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The quick experiment with sixty neurons. */
final class SmallPlasticity {
  private static final List<String> SETTINGS =
      List.of(
          "recurrent.topology.num_neurons=60",
          "recurrent.topology.num_assemblies=2",
          "feedforward.topology.num_neurons=20",
          "feedforward.topology.conn_inputs=[[0.5, 0.5]]",
          "feedforward.weights.w_mu=[[0.2, 0.1]]",
          "feedforward.activity.mitral.firing_rate=60",
          "simulation.chunk_size=20",
          "simulation.duration=1200",
          "training.batch_size=5",
          "training.log_interval=3",
          "training.checkpoint_interval=60",
          "training.plot_size=8",
          "evaluation.duration=1000",
          "evaluation.trials=2",
          "run.checkpoint_every=8",
          "run.figures=false");

  private SmallPlasticity() {}

  /** A command line that works it, 60 chunks, without figures, in a folder below {@code dir}. */
  static String[] command(String verb, Path dir, String... settings) {
    List<String> command = new ArrayList<>();
    command.add(verb);
    command.add(Path.of("..", "experiments", "homeostatic-plasticity-quick.toml").toString());
    command.addAll(SETTINGS);
    command.add("run.dir=" + dir);
    command.addAll(Arrays.asList(settings));
    return command.toArray(String[]::new);
  }

  /** The one folder in a folder. */
  static Path only(Path dir) throws IOException {
    try (Stream<Path> runs = Files.list(dir)) {
      List<Path> all = runs.toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst();
    }
  }

  /** Whether there is just one folder in a folder, with this file in it. */
  static boolean has(Path dir, String file) {
    if (!Files.isDirectory(dir)) {
      return false;
    }
    try (Stream<Path> runs = Files.list(dir)) {
      return runs.findFirst().map(run -> Files.exists(run.resolve(file))).orElse(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a file in the one folder of a folder; none before it exists. */
  static long lines(Path dir, String file) {
    if (!has(dir, file)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(only(dir).resolve(file))) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Metrics and all NPZ files agree to the byte; only the checkpoint before the last may differ.
   */
  static void assertSame(Path expected, Path actual, String when) throws IOException {
    assertEquals(results(expected), results(actual), when);
    for (Path file : results(expected)) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(actual.resolve(file)),
          file + ", " + when);
    }
  }

  private static List<Path> results(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files
          .filter(Files::isRegularFile)
          .map(run::relativize)
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
}
