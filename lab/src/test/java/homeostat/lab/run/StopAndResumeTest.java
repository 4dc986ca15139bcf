package homeostat.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.RunSettings;
import homeostat.lab.UserError;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Metadata;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.RunLock;
import homeostat.lab.record.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopAndResumeTest {
  private static final long STEPS = ToyRuns.STEPS;

  @TempDir Path dir;
  private ToyRuns runs;

  @BeforeEach
  void fresh() {
    runs = new ToyRuns(dir);
  }

  @Test
  void aRunStoppedAtAnyStepGoesOnToTheSameBytes() throws IOException {
    Path whole = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    for (long stop : new long[] {0, 2, 6, 9, 20, 25, 38}) {
      Interrupts wish = Interrupts.manual();
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
      Ended stopped = new Runner(runs.around(wish)).run(job);
      assertEquals(new Outcome.Interrupted("INT", 130, stop + 1), stopped.outcome());
      Path folder = stopped.folder().path();
      assertEquals(RunStatus.State.INTERRUPTED, RunStatus.read(folder).state());
      Ended ended = runs.runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
      assertInstanceOf(Outcome.Completed.class, ended.outcome());
      Files.deleteIfExists(folder.resolve("report.html"));
      ToyRuns.assertSameButPrevious(whole, folder);
    }
  }

  @Test
  void resumingAnywhereFromAnOlderCheckpointCutsTheLogs() throws IOException {
    Path whole = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path folder = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path old = folder.resolve("checkpoints/checkpoint_previous.npz");
    assertEquals(35, Checkpoint.read(old).nextStep());
    runs.runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.of(old));
    ToyRuns.assertSameButPrevious(whole, folder);
  }

  @Test
  void aRunGoneBackCanAlwaysGoOn() throws IOException {
    Path whole = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path folder = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path early = folder.resolve("early.npz");
    Files.copy(folder.resolve("checkpoints/checkpoint_previous.npz"), early);
    Interrupts wish = Interrupts.manual();
    wish.request(new Interrupts.Stop("INT", 130));
    Ended stopped =
        new Runner(runs.around(wish)).resume(folder, Toy.job(dir, 1, STEPS), Optional.of(early));
    assertEquals(new Outcome.Interrupted("INT", 130, 35), stopped.outcome());
    runs.runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
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
        IllegalStateException.class, () -> runs.runner().resume(folder, dies, Optional.of(early)));
    runs.runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    Files.delete(early);
    Files.delete(folder.resolve("log.err"));
    ToyRuns.assertSameButPrevious(whole, folder);
  }

  @Test
  void aStopEndsALongStartAndALongEnd() throws IOException {
    Path whole = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Interrupts inStart = Interrupts.manual();
    inStart.request(new Interrupts.Stop("TERM", 143));
    Ended stopped = new Runner(runs.around(inStart)).run(Toy.job(dir, 1, STEPS));
    assertEquals(new Outcome.Interrupted("TERM", 143, 0), stopped.outcome());
    assertFalse(Files.exists(stopped.folder().path().resolve("initial_state/about.txt")));
    runs.runner().resume(stopped.folder().path(), Toy.job(dir, 1, STEPS), Optional.empty());
    ToyRuns.assertSame(whole, stopped.folder().path());

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
    Ended ended = new Runner(runs.around(inEnd)).run(last);
    assertEquals(new Outcome.Interrupted("INT", 130, STEPS), ended.outcome());
    List<Toy> toys = new ArrayList<>();
    Job again = ToyRuns.opening(Toy.job(dir, 1, STEPS), toys);
    runs.runner().resume(ended.folder().path(), again, Optional.empty());
    assertEquals(List.of("restore", "drawings 39", "finish", "close"), toys.getFirst().calls);
    ToyRuns.assertSame(whole, ended.folder().path());
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
    Ended ended = new Runner(runs.around(wish)).run(job);
    assertEquals(new Outcome.Interrupted("INT", 130, STEPS), ended.outcome());
  }

  private static void stop(Interrupts wish) {
    wish.request(new Interrupts.Stop("INT", 130));
  }

  @Test
  void aResumeRecordsItsThreads() {
    RunFolder folder = runs.failing().folder();
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
    runs.runner().resume(folder.path(), wider, Optional.empty());
    assertEquals(2, Metadata.read(folder).path("threads").asInt());
    assertEquals(2, Metadata.read(folder).at("/resumes/0/threads").asInt());
  }

  @Test
  void anotherConfigOrCheckpointIsRefused() {
    Path one = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Path other = runs.runner().run(Toy.job(dir, 2, STEPS)).folder().path();
    Optional<Path> foreign = Optional.of(other.resolve("checkpoints/checkpoint_best.npz"));
    UserError checkpoint =
        assertThrows(
            UserError.class, () -> runs.runner().resume(one, Toy.job(dir, 1, STEPS), foreign));
    assertTrue(
        checkpoint.lines().toString().contains("another config"), checkpoint.lines().toString());
    Optional<Path> missing = Optional.of(dir.resolve("none.npz"));
    UserError none =
        assertThrows(
            UserError.class, () -> runs.runner().resume(one, Toy.job(dir, 1, STEPS), missing));
    assertTrue(none.lines().toString().contains("no such checkpoint"), none.lines().toString());
    UserError config =
        assertThrows(
            UserError.class, () -> runs.runner().resume(one, Toy.job(dir, 2, STEPS), foreign));
    assertTrue(config.lines().toString().contains("config.toml"), config.lines().toString());
  }

  @Test
  void anotherKernelIsTold() {
    Path folder = runs.failing().folder().path();
    runs.runner(Toy.SINK, "simd-512").resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    assertTrue(runs.said().contains("'scalar' and goes on with 'simd-512'"), runs.said());
  }

  @Test
  void aCompleteRunHasNothingToResume() {
    Path folder = runs.runner().run(Toy.job(dir, 1, STEPS)).folder().path();
    Ended again = runs.runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty());
    Outcome.Completed done = assertInstanceOf(Outcome.Completed.class, again.outcome());
    assertTrue(done.summary().asMap().containsKey("w/mean"));
    assertTrue(runs.said().contains("complete"), runs.said());
  }

  @Test
  void twoProcessesCannotWorkOnOneRun() {
    Path folder = runs.failing().folder().path();
    try (RunLock _ = RunLock.take(folder)) {
      assertThrows(
          UserError.class,
          () -> runs.runner().resume(folder, Toy.job(dir, 1, STEPS), Optional.empty()));
    }
    assertFalse(runs.said().contains("resuming"));
  }
}
