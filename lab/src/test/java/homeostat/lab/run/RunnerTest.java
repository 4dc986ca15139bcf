package homeostat.lab.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Parallel;
import homeostat.lab.Estimate;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.JsonFile;
import homeostat.lab.record.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  private static final long STEPS = ToyRuns.STEPS;

  @TempDir Path dir;
  private ToyRuns runs;

  @BeforeEach
  void fresh() {
    runs = new ToyRuns(dir);
  }

  @Test
  void callsComeInThePromisedOrder() {
    List<Toy> toys = new ArrayList<>();
    Job plain = Toy.job(dir, 1, 8);
    Job job = ToyRuns.opening(plain, toys);
    runs.runner().run(job);
    assertEquals(
        List.of(
            "start",
            "save",
            "step 0",
            "step 1",
            "step 2",
            "row 2",
            "step 3",
            "step 4",
            "step 5",
            "row 5",
            "step 6",
            "snapshot 6",
            "score",
            "save",
            "step 7",
            "drawings 7",
            "snapshot 7",
            "score",
            "save",
            "finish",
            "close"),
        toys.getFirst().calls);
  }

  @Test
  void aCompletedRunHasAllItsFiles() throws IOException {
    Ended ended = runs.runner().run(Toy.job(dir, 1, STEPS));
    assertInstanceOf(Outcome.Completed.class, ended.outcome());
    Path folder = ended.folder().path();
    for (String file :
        List.of(
            "config.toml",
            "metadata.json",
            "training_metrics.csv",
            "metrics.jsonl",
            "summary.json",
            "report.html",
            "checkpoints/checkpoint_latest.npz",
            "checkpoints/checkpoint_previous.npz",
            "checkpoints/checkpoint_best.npz",
            "figures/chunk_000010/walk.png",
            "figures/chunk_000010/walk.npz",
            "figures/chunk_000040/walk.png",
            "initial_state/figures/start.png",
            "final_state/w.npz")) {
      assertTrue(Files.isRegularFile(folder.resolve(file)), file);
    }
    List<String> csv = Files.readAllLines(folder.resolve("training_metrics.csv"));
    assertEquals("epoch,a/w1,late,note,nothing,total_loss", csv.getFirst());
    assertEquals(1 + STEPS / 3, csv.size());
    assertTrue(csv.get(1).matches("3,[^,]+,,even,,[^,]+"), csv.get(1));
    assertEquals(RunStatus.State.COMPLETED, RunStatus.read(folder).state());
    assertEquals(
        1.0 * STEPS, JsonFile.read(ended.folder().summary(), "").at("/run/steps").asDouble());
    assertTrue(JsonFile.read(ended.folder().summary(), "").has("w/mean"));
  }

  @Test
  void aRunThatCannotFitIsRefusedBeforeAnythingIsWritten() throws IOException {
    Job fits = Toy.job(dir, 1, STEPS);
    Job job =
        new Job(
            fits.kind(),
            fits.config(),
            fits.identity(),
            fits.settings(),
            new Estimate(1L << 50, STEPS, 0, "take fewer steps"),
            List.of(),
            List.of(),
            fits.open());
    UserError error = assertThrows(UserError.class, () -> runs.runner().run(job));
    assertTrue(error.lines().toString().contains("1126 TB"), error.lines().toString());
    assertTrue(error.lines().toString().contains("take fewer steps"), error.lines().toString());
    try (Stream<Path> runs = Files.list(dir)) {
      assertEquals(0, runs.count());
    }
  }

  @Test
  void aDryRunTellsMemoryAndTimeAndWritesNothing() throws IOException {
    String text = Runner.dry(Toy.job(dir, 1, STEPS));
    assertTrue(text.contains("# memory: about 1.05 MB of "), text);
    assertTrue(text.contains("# time: about 20 s"), text);
    try (Stream<Path> runs = Files.list(dir)) {
      assertEquals(0, runs.count());
    }
  }

  @Test
  void theStateIsWhatTheStepsMadeOfIt() {
    try (Parallel one = new Parallel(1)) {
      Toy toy = new Toy(new Setup(1, 0, one, _ -> {}), STEPS, _ -> {});
      Toy.State state = new Toy.State(new float[8], new double[1]);
      for (long step = 0; step < STEPS; step++) {
        state = toy.step(state, step);
      }
      Path folder = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
      assertArrayEquals(
          state.w(),
          Checkpoint.read(new Checkpoints(folder.resolve("checkpoints")).latest())
              .state()
              .floats("w"));
    }
  }
}
