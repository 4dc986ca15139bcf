package homeostat.lab.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Parallel;
import homeostat.lab.Estimate;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  private static final long STEPS = 40;

  @TempDir Path dir;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Interrupts interrupts = Interrupts.manual();

  private Runner runner() {
    return runner(Toy.SINK, "scalar");
  }

  private Runner runner(FigureSink sink, String kernel) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Progress progress = new Progress(out, false, true);
    Report report = folder -> WholeFile.write(folder.resolve("report.html"), "<html>");
    return new Runner(new Surroundings(progress, sink, report, interrupts, kernel));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  static void assertSame(Path expected, Path actual) throws IOException {
    assertEquals(Toy.results(expected), Toy.results(actual));
    for (Path file : Toy.results(expected)) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(actual.resolve(file)),
          file.toString());
    }
  }

  @Test
  void callsComeInThePromisedOrder() {
    List<Toy> toys = new ArrayList<>();
    Job plain = Toy.job(dir, 1, 8);
    Job job = opening(plain, toys);
    runner().run(job);
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

  private static Job opening(Job job, List<Toy> opened) {
    return new Job(
        job.kind(),
        job.config(),
        job.identity(),
        job.settings(),
        job.estimate(),
        job.inputs(),
        job.warnings(),
        setup -> {
          Toy toy = new Toy(setup, job.estimate().steps(), _ -> {});
          opened.add(toy);
          return toy;
        });
  }

  @Test
  void aCompletedRunHasAllItsFiles() throws IOException {
    Ended ended = runner().run(Toy.job(dir, 1, STEPS));
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
  void aRunStoppedAtAnyStepGoesOnToTheSameBytes() throws IOException {
    Path whole = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    for (long stop : new long[] {0, 2, 6, 9, 20, 25, 38}) {
      Interrupts wish = Interrupts.manual();
      Surroundings around =
          new Surroundings(
              new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false, true),
              Toy.SINK,
              _ -> {},
              wish,
              "scalar");
      Job job =
          Toy.job(
              dir,
              1,
              STEPS,
              step -> {
                if (step == stop) {
                  wish.request(new Interrupts.Stop("INT", 130));
                }
              });
      Ended stopped = new Runner(around).run(job);
      assertEquals(new Outcome.Interrupted("INT", 130, stop + 1), stopped.outcome());
      Path folder = stopped.folder().path();
      assertEquals(RunStatus.State.INTERRUPTED, RunStatus.read(folder).state());
      Ended ended = runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
      assertInstanceOf(Outcome.Completed.class, ended.outcome());
      Files.deleteIfExists(folder.resolve("report.html"));
      assertSameButPrevious(whole, folder);
    }
  }

  /** An interrupt late in the run leaves another checkpoint before the last; all else is equal. */
  private static void assertSameButPrevious(Path whole, Path folder) throws IOException {
    Path previous = Path.of("checkpoints/checkpoint_previous.npz");
    Files.copy(
        whole.resolve(previous),
        folder.resolve(previous),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertSame(whole, folder);
  }

  @Test
  void resumingAnywhereFromAnOlderCheckpointCutsTheLogs() throws IOException {
    Path whole = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path folder = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path old = folder.resolve("checkpoints/checkpoint_previous.npz");
    assertEquals(35, Checkpoint.read(old).nextStep());
    runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.of(old));
    assertSameButPrevious(whole, folder);
  }

  @Test
  void aRunGoneBackCanAlwaysGoOn() throws IOException {
    Path whole = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path folder = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path early = folder.resolve("early.npz");
    Files.copy(folder.resolve("checkpoints/checkpoint_previous.npz"), early);
    Interrupts wish = Interrupts.manual();
    wish.request(new Interrupts.Stop("INT", 130));
    Ended stopped =
        new Runner(around(wish)).resume(folder, Toy.job(dir, 1, STEPS), Optional.of(early));
    assertEquals(new Outcome.Interrupted("INT", 130, 35), stopped.outcome());
    runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    Job dies =
        Toy.job(
            dir,
            1,
            STEPS,
            step -> {
              if (step == 36) {
                throw new IllegalStateException("as good as killed");
              }
            });
    assertThrows(
        IllegalStateException.class, () -> runner().resume(folder, dies, Optional.of(early)));
    runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    Files.delete(early);
    Files.delete(folder.resolve("log.err"));
    assertSameButPrevious(whole, folder);
  }

  private Surroundings around(Interrupts wish) {
    return new Surroundings(
        new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false, true),
        Toy.SINK,
        Report.none(),
        wish,
        "scalar");
  }

  @Test
  void aStopEndsALongStartAndALongEnd() throws IOException {
    Path whole = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Interrupts inStart = Interrupts.manual();
    inStart.request(new Interrupts.Stop("TERM", 143));
    Ended stopped = new Runner(around(inStart)).run(Toy.job(dir, 1, STEPS));
    assertEquals(new Outcome.Interrupted("TERM", 143, 0), stopped.outcome());
    assertFalse(Files.exists(stopped.folder().path().resolve("initial_state/about.txt")));
    runner().resume(stopped.folder().path(), Toy.job(dir, 1, STEPS), Optional.empty());
    assertSame(whole, stopped.folder().path());

    Interrupts inEnd = Interrupts.manual();
    Job last =
        Toy.job(
            dir,
            1,
            STEPS,
            step -> {
              if (step == STEPS - 1) {
                inEnd.request(new Interrupts.Stop("INT", 130));
              }
            });
    Ended ended = new Runner(around(inEnd)).run(last);
    assertEquals(new Outcome.Interrupted("INT", 130, STEPS), ended.outcome());
    List<Toy> toys = new ArrayList<>();
    Job again = opening(Toy.job(dir, 1, STEPS), toys);
    runner().resume(ended.folder().path(), again, Optional.empty());
    assertEquals(List.of("restore", "drawings 39", "finish", "close"), toys.getFirst().calls);
    assertSame(whole, ended.folder().path());
  }

  @Test
  void aStopInTheEndIsHeardWhereverProgressIsShown() {
    Interrupts wish = Interrupts.manual();
    Job plain = Toy.job(dir, 1, STEPS);
    Job job =
        new Job(
            plain.kind(),
            plain.config(),
            plain.identity(),
            plain.settings(),
            plain.estimate(),
            plain.inputs(),
            plain.warnings(),
            setup -> new Toy(setup, STEPS, _ -> {}, () -> stop(wish)));
    Ended ended = new Runner(around(wish)).run(job);
    assertEquals(new Outcome.Interrupted("INT", 130, STEPS), ended.outcome());
  }

  private static void stop(Interrupts wish) {
    wish.request(new Interrupts.Stop("INT", 130));
  }

  @Test
  void damagedFilesAreToldWithLineAndRemedy() throws IOException {
    Path folder = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Job job = Toy.job(dir, 1, STEPS);
    Files.writeString(folder.resolve("summary.json"), "{\n\"a\": 1,");
    UserError summary =
        assertThrows(UserError.class, () -> runner().resume(folder, job, Optional.empty()));
    String line = summary.lines().getFirst();
    assertTrue(line.startsWith(folder + "/summary.json: line 2: is damaged"), line);
    assertTrue(line.endsWith("from=" + folder + "/checkpoints/checkpoint_latest.npz"), line);
    assertFalse(line.contains("Source") || line.contains("metadata"), line);
    Path latest = folder.resolve("checkpoints/checkpoint_latest.npz");
    runner().resume(folder, job, Optional.of(latest));
    assertTrue(Summary.read(new RunFolder(folder)).asMap().containsKey("w/mean"));
    Files.writeString(folder.resolve("metadata.json"), "{\"status\": [");
    UserError metadata = assertThrows(UserError.class, () -> RunStatus.read(folder));
    assertTrue(metadata.lines().getFirst().contains("put back"), metadata.toString());
    assertFalse(metadata.lines().getFirst().contains("Source"), metadata.toString());
  }

  @Test
  void aResumeRecordsItsThreads() {
    RunFolder folder = runnerFailing().folder();
    assertEquals(1, Metadata.read(folder).path("threads").asInt());
    Job job = Toy.job(dir, 1, STEPS);
    RunSettings one = job.settings();
    RunSettings two =
        new RunSettings(
            one.name(),
            one.dir(),
            one.seed(),
            2,
            one.memory(),
            one.checkpointEvery(),
            one.figures(),
            one.inputs());
    Job wider =
        new Job(
            job.kind(),
            job.config(),
            job.identity(),
            two,
            job.estimate(),
            job.inputs(),
            job.warnings(),
            job.open());
    runner().resume(folder.path(), wider, Optional.empty());
    assertEquals(2, Metadata.read(folder).path("threads").asInt());
    assertEquals(2, Metadata.read(folder).at("/resumes/0/threads").asInt());
  }

  @Test
  void aDamagedLatestCheckpointFallsBackToTheOneBefore() throws IOException {
    Path whole = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Ended failed = runnerFailing();
    Path folder = failed.folder().path();
    Path latest = folder.resolve("checkpoints/checkpoint_latest.npz");
    byte[] bytes = Files.readAllBytes(latest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(latest, bytes);
    runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    assertTrue(said().contains("going on from"), said());
    assertTrue(said().contains("after step 21"), said());
    assertSame(whole, folder);
  }

  private Ended runnerFailing() {
    return runner().run(Toy.job(dir, 1, STEPS, Toy.blowsUpAt(30)));
  }

  @Test
  void aTruncatedCheckpointAndALostTableAreNoObstacle() throws IOException {
    Path whole = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path folder = runnerFailing().folder().path();
    Path latest = folder.resolve("checkpoints/checkpoint_latest.npz");
    byte[] bytes = Files.readAllBytes(latest);
    Files.write(latest, java.util.Arrays.copyOf(bytes, bytes.length / 3));
    Files.delete(folder.resolve("training_metrics.csv"));
    Files.writeString(folder.resolve("metrics.jsonl"), "{\"epo", StandardOpenOption.APPEND);
    runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    assertSame(whole, folder);
  }

  @Test
  void aNonFiniteValueEndsTheRunWithTheLastGoodCheckpoint() {
    Ended ended = runnerFailing();
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
    assertThrows(IllegalStateException.class, () -> runner().run(job));
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
    Ended ended = runner(fails, "scalar").run(Toy.job(dir, 1, STEPS));
    assertInstanceOf(Outcome.Completed.class, ended.outcome());
    assertTrue(said().contains("no pixels"), said());
    assertTrue(Files.readString(ended.folder().errors()).contains("no pixels"));
    assertTrue(Files.exists(ended.folder().path().resolve("figures/chunk_000030/walk.png")));
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
    UserError error = assertThrows(UserError.class, () -> runner().run(job));
    assertTrue(error.lines().toString().contains("1126 TB"), error.lines().toString());
    assertTrue(error.lines().toString().contains("take fewer steps"), error.lines().toString());
    try (Stream<Path> runs = Files.list(dir)) {
      assertEquals(0, runs.count());
    }
  }

  @Test
  void anotherConfigOrCheckpointIsRefused() {
    Path one = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path other = runner().run(Toy.job(dir, 2, STEPS)).folder().path();
    Optional<Path> foreign = Optional.of(other.resolve("checkpoints/checkpoint_best.npz"));
    UserError checkpoint =
        assertThrows(UserError.class, () -> runner().resume(one, Toy.job(dir, 1, STEPS), foreign));
    assertTrue(
        checkpoint.lines().toString().contains("another config"), checkpoint.lines().toString());
    Optional<Path> missing = Optional.of(dir.resolve("none.npz"));
    UserError none =
        assertThrows(UserError.class, () -> runner().resume(one, Toy.job(dir, 1, STEPS), missing));
    assertTrue(none.lines().toString().contains("no such checkpoint"), none.lines().toString());
    UserError config =
        assertThrows(UserError.class, () -> runner().resume(one, Toy.job(dir, 2, STEPS), foreign));
    assertTrue(config.lines().toString().contains("config.toml"), config.lines().toString());
  }

  @Test
  void anotherKernelIsTold() {
    Path folder = runnerFailing().folder().path();
    runner(Toy.SINK, "simd-512").resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    assertTrue(said().contains("'scalar' and goes on with 'simd-512'"), said());
  }

  @Test
  void aCompleteRunHasNothingToResume() {
    Path folder = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Ended again = runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    Outcome.Completed done = assertInstanceOf(Outcome.Completed.class, again.outcome());
    assertTrue(done.summary().asMap().containsKey("w/mean"));
    assertTrue(said().contains("complete"), said());
  }

  @Test
  void twoProcessesCannotWorkOnOneRun() {
    Path folder = runnerFailing().folder().path();
    try (RunLock _ = RunLock.take(folder)) {
      assertThrows(
          UserError.class, () -> runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty()));
    }
    assertFalse(said().contains("resuming"));
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
      Path folder = runner().run(Toy.job(dir, 1, STEPS)).folder().path();
      assertArrayEquals(
          state.w(),
          Checkpoint.read(new Checkpoints(folder.resolve("checkpoints")).latest())
              .state()
              .floats("w"));
    }
  }
}
