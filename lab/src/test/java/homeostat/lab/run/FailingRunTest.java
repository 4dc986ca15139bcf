package homeostat.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.UserError;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingRunTest {
  private static final long STEPS = ToyRuns.STEPS;

  @TempDir Path dir;
  private ToyRuns runs;

  @BeforeEach
  void fresh() {
    runs = new ToyRuns(dir);
  }

  @Test
  void damagedFilesAreToldWithLineAndRemedy() throws IOException {
    Path folder = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Job job = Toy.job(dir, 1, STEPS);
    Files.writeString(folder.resolve("summary.json"), "{\n\"a\": 1,");
    UserError summary =
        assertThrows(UserError.class, () -> runs.runner().resume(folder, job, Optional.empty()));
    String line = summary.lines().getFirst();
    assertTrue(line.startsWith(folder + "/summary.json: line 2: is damaged"), line);
    assertTrue(line.endsWith("from=" + folder + "/checkpoints/checkpoint_latest.npz"), line);
    assertFalse(line.contains("Source") || line.contains("metadata"), line);
    Path latest = folder.resolve("checkpoints/checkpoint_latest.npz");
    runs.runner().resume(folder, job, Optional.of(latest));
    assertTrue(Summary.read(new RunFolder(folder)).asMap().containsKey("w/mean"));
    Files.writeString(folder.resolve("metadata.json"), "{\"status\": [");
    UserError metadata = assertThrows(UserError.class, () -> RunStatus.read(folder));
    assertTrue(metadata.lines().getFirst().contains("put back"), metadata.toString());
    assertFalse(metadata.lines().getFirst().contains("Source"), metadata.toString());
  }

  @Test
  void aDamagedLatestCheckpointFallsBackToTheOneBefore() throws IOException {
    Path whole = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Ended failed = runs.failing();
    Path folder = failed.folder().path();
    Path latest = folder.resolve("checkpoints/checkpoint_latest.npz");
    byte[] bytes = Files.readAllBytes(latest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(latest, bytes);
    runs.runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    assertTrue(runs.said().contains("going on from"), runs.said());
    assertTrue(runs.said().contains("after step 21"), runs.said());
    ToyRuns.assertSame(whole, folder);
  }

  @Test
  void aTruncatedCheckpointAndALostTableAreNoObstacle() throws IOException {
    Path whole = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path folder = runs.failing().folder().path();
    Path latest = folder.resolve("checkpoints/checkpoint_latest.npz");
    byte[] bytes = Files.readAllBytes(latest);
    Files.write(latest, java.util.Arrays.copyOf(bytes, bytes.length / 3));
    Files.delete(folder.resolve("training_metrics.csv"));
    Files.writeString(folder.resolve("metrics.jsonl"), "{\"epo", StandardOpenOption.APPEND);
    runs.runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    ToyRuns.assertSame(whole, folder);
  }

  @Test
  void aNonFiniteValueEndsTheRunWithTheLastGoodCheckpoint() {
    Ended ended = runs.failing();
    Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, ended.outcome());
    assertEquals("loss of chunk 30 is NaN at step 30", failed.message());
    assertEquals(1, failed.exitStatus());
    assertEquals(
        28, Checkpoint.read(new Checkpoints(ended.folder().checkpoints()).latest()).nextStep());
    RunStatus status = RunStatus.read(ended.folder().path());
    assertEquals(RunStatus.State.FAILED, status.state());
    assertEquals(failed.message(), status.error());
  }

  @Test
  void anErrorInTheProgramLeavesItsTrace() throws IOException {
    Job job =
        Toy.job(
            dir,
            1,
            STEPS,
            step -> {
              if (step == 12) {
                throw new IllegalStateException("a bug");
              }
            });
    assertThrows(IllegalStateException.class, () -> runs.runner().run(job));
    Path folder = onlyRun();
    assertEquals(RunStatus.State.FAILED, RunStatus.read(folder).state());
    assertTrue(Files.readString(folder.resolve("log.err")).contains("a bug"));
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(dir)) {
      List<Path> all = runs.toList();
      assertEquals(1, all.size());
      return all.getFirst();
    }
  }

  @Test
  void aFailedDrawingIsToldAndTheRunGoesOn() throws IOException {
    FigureSink fails =
        (base, figure) -> {
          if (base.toString().contains("chunk_000020")) {
            throw new IllegalArgumentException("no pixels");
          }
          Toy.SINK.draw(base, figure);
        };
    Ended ended = runs.runner(fails, "scalar").run(Toy.job(dir, 1, STEPS));
    assertInstanceOf(Outcome.Completed.class, ended.outcome());
    assertTrue(runs.said().contains("no pixels"), runs.said());
    assertTrue(Files.readString(ended.folder().errors()).contains("no pixels"));
    assertTrue(Files.exists(ended.folder().path().resolve("figures/chunk_000030/walk.png")));
  }
}
