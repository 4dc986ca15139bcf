package homeostat.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.RunStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs in processes of their own that are killed for real. */
class KilledRunTest {
  private static final long STEPS = 160;

  @TempDir Path dir;

  private static Path onlyRun(Path dir) throws IOException {
    try (Stream<Path> runs = Files.list(dir)) {
      List<Path> all = runs.toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst();
    }
  }

  private Path uninterrupted() {
    Runner runner =
        new Runner(
            new Surroundings(
                new Progress(System.out, false, true),
                Toy.SINK,
                Report.none(),
                Interrupts.manual(),
                "scalar"));
    return runner.run(Toy.job(dir.resolve("whole"), 1, STEPS)).folder().path();
  }

  private static void awaitLine(BufferedReader out, String start) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(start)) {
        return;
      }
    }
    throw new AssertionError("the process ended before it said: " + start);
  }

  @Test
  void killedAgainAndAgainTheResultIsTheSameToTheByte() throws IOException, InterruptedException {
    Path whole = uninterrupted();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path runs = dir.resolve("killed");
    Process process = ChildRun.start("run", runs, STEPS, "quick");
    awaitLine(process.inputReader(), "step " + random.nextInt(20));
    process.destroyForcibly().waitFor();
    Path folder = onlyRun(runs);
    assertEquals(RunStatus.State.DEAD, RunStatus.read(folder).state());
    for (int kills = 1; kills < 4; kills++) {
      Process again = ChildRun.start("resume", folder, STEPS, "quick");
      BufferedReader out = again.inputReader();
      awaitLine(out, "step ");
      long steps = random.nextInt(25);
      for (long line = 0; line < steps; line++) {
        out.readLine();
      }
      again.waitFor(random.nextInt(3), TimeUnit.MILLISECONDS);
      again.destroyForcibly().waitFor();
    }
    Process last = ChildRun.start("resume", folder, STEPS, "quick");
    last.inputReader().lines().forEach(_ -> {});
    assertEquals(0, last.waitFor(), "seed " + seed);
    ToyRuns.assertSame(whole, folder);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalEndsTheStepWritesACheckpointAndTellsTheShell(String signal, int status)
      throws IOException, InterruptedException {
    Process process = ChildRun.start("run", dir.resolve("runs"), STEPS, "quick");
    BufferedReader out = process.inputReader();
    awaitLine(out, "step 9");
    boolean hears = hears(process, signal);
    if (!hears) {
      process.destroyForcibly().waitFor(); // before its folder is removed
    }
    assumeTrue(hears, "the build was started with SIG" + signal + " ignored");
    send(process, signal);
    out.lines().forEach(_ -> {});
    assertEquals(status, process.waitFor());
    Path folder = onlyRun(dir.resolve("runs"));
    assertEquals(RunStatus.State.INTERRUPTED, RunStatus.read(folder).state());
    long next = Checkpoint.read(new Checkpoints(folder.resolve("checkpoints")).latest()).nextStep();
    assertTrue(next >= 10 && next < STEPS, "next step " + next);
    Runner runner =
        new Runner(
            new Surroundings(
                new Progress(System.out, false, true),
                Toy.SINK,
                Report.none(),
                Interrupts.manual(),
                "scalar"));
    Ended ended = runner.resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    assertInstanceOf(Outcome.Completed.class, ended.outcome());
    assertEquals(
        Files.readString(uninterrupted().resolve("training_metrics.csv")),
        Files.readString(folder.resolve("training_metrics.csv")));
  }

  @Test
  void aSecondSignalEndsAStepThatHangs() throws IOException, InterruptedException {
    Process process = ChildRun.start("run", dir.resolve("runs"), STEPS, "hang");
    BufferedReader out = process.inputReader();
    awaitLine(out, "step 5");
    assumeTrue(hears(process, "INT"), "the build was started with SIGINT ignored");
    send(process, "INT");
    awaitLine(out, "stopping after this step");
    send(process, "INT");
    assertEquals(130, process.waitFor());
    Path folder = onlyRun(dir.resolve("runs"));
    assertEquals(RunStatus.State.DEAD, RunStatus.read(folder).state());
    assertEquals(
        0, Checkpoint.read(new Checkpoints(folder.resolve("checkpoints")).latest()).nextStep());
  }

  private static void send(Process process, String signal)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
    assertEquals(0, kill.waitFor());
  }

  /** A JVM leaves a signal alone that was ignored when it was started. */
  private static boolean hears(Process process, String signal) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return true;
    }
    int number = signal.equals("INT") ? 2 : 15;
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .noneMatch(mask -> (mask >> (number - 1) & 1) == 1);
  }
}
