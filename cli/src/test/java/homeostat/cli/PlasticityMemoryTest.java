package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.run.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlasticityMemoryTest {
  private static final int RUNS = 4;
  private static final List<String> JVM =
      List.of(
          "--add-modules=jdk.incubator.vector",
          "-XX:+UseParallelGC",
          "-XX:MaxNewSize=128m",
          "-Xmx2g");
  private static final List<String> SETTINGS =
      List.of(
          "recurrent.topology.num_neurons=800",
          "recurrent.topology.num_assemblies=4",
          "feedforward.topology.num_neurons=200",
          "simulation.chunk_size=100",
          "simulation.duration=100",
          "training.batch_size=192",
          "training.chunks_per_update=1",
          "training.log_interval=1",
          "training.checkpoint_interval=1",
          "evaluation.duration=100",
          "evaluation.trials=2",
          "run.threads=1");

  @TempDir private Path dir;

  /** The peak is the kernel's count of resident memory, of a process of its own. */
  @Test
  void theEstimateIsWithinAQuarterOfThePeakWithTheWholeTapeAndWithSegments() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "the system does not tell the peak");
    Path whole = measured("whole", "run.memory=2 GB");
    long estimate = estimate("run.memory=2 GB");
    Path less = measured("less", "run.memory=" + (estimate - 28_000_000) + " B");
    assertTrue(estimate("run.memory=" + (estimate - 28_000_000) + " B") <= estimate - 28_000_000);
    assertTrue(Files.readString(less.resolve("notes.log")).contains("steps at a time"));
    // What a collector leaves about adds up to some 30 MB to a peak: the lowest tell what is
    // needed.
    long lowest = lowest(less, "less", "run.memory=" + (estimate - 28_000_000) + " B");
    long lowestWhole = lowest(whole, "whole", "run.memory=2 GB");
    assertTrue(lowest < lowestWhole, lowest + " is not below " + lowestWhole);
    assertArrayEquals(
        Files.readAllBytes(whole.resolve("training_metrics.csv")),
        Files.readAllBytes(less.resolve("training_metrics.csv")));
  }

  /** The lowest peak of a run and of repeats of it. */
  private long lowest(Path first, String name, String memory) throws Exception {
    long lowest = peak(first);
    for (int repeat = 1; repeat < RUNS; repeat++) {
      lowest = Math.min(lowest, peak(measured(name + repeat, memory)));
    }
    return lowest;
  }

  private static List<String> settings(String memory) {
    List<String> all = new ArrayList<>(SETTINGS);
    all.add(memory);
    return all;
  }

  private static String file() {
    return Path.of("..", "experiments", "homeostatic-plasticity.toml").toString();
  }

  private static long estimate(String memory) {
    return Job.of(ConfigLoader.load(file(), settings(memory), Kinds.all())).estimate().bytes();
  }

  private Path measured(String name, String memory) throws Exception {
    List<String> command = new ArrayList<>(List.of("run", file()));
    command.addAll(settings(memory));
    command.add("run.dir=" + dir.resolve(name));
    OwnProcess.start(JVM, dir.resolve(name + ".out"), command.toArray(String[]::new)).done();
    Path run = SmallPlasticity.only(dir.resolve(name));
    long estimate = estimate(memory);
    assertEquals(1, (double) estimate / peak(run), 0.25, name + ": peak " + peak(run));
    return run;
  }

  private static long peak(Path run) throws Exception {
    Matcher found =
        Pattern.compile("\"peak_bytes\"\\s*:\\s*(\\d+)")
            .matcher(Files.readString(run.resolve("summary.json")));
    assertTrue(found.find(), "no peak in the summary");
    return Long.parseLong(found.group(1));
  }
}
