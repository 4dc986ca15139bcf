package homeostat.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.AtomicFile;
import homeostat.array.Sha256;
import homeostat.lab.Estimate;
import homeostat.lab.RunSettings;
import homeostat.lab.UserError;
import homeostat.lab.record.Commit;
import homeostat.lab.record.InputFile;
import homeostat.lab.record.InputFiles;
import homeostat.lab.record.Metadata;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.RunStatus;
import homeostat.lab.record.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, metadata, status, inputs, budget: what surrounds a run. */
class RunFolderTest {
  private static final long STEPS = 40;

  @TempDir Path dir;

  private static Runner runner() {
    return new Runner(
        new Surroundings(
            new Progress(System.out, false, true),
            Toy.SINK,
            Report.none(),
            Interrupts.manual(),
            "scalar"));
  }

  private Job job(RunSettings settings, List<InputFile> inputs) {
    Job plain = Toy.job(dir.resolve("runs"), 1, STEPS, Toy.blowsUpAt(30));
    return new Job(
        plain.kind(),
        plain.config(),
        plain.identity(),
        settings,
        plain.estimate(),
        inputs,
        List.of("a warning"),
        plain.open());
  }

  private RunSettings settings(String memory) {
    return new RunSettings(
        "a name/with marks",
        dir.resolve("runs"),
        1,
        1,
        memory,
        Optional.empty(),
        false,
        RunSettings.Inputs.COPY);
  }

  @Test
  void foldersMadeAtOnceNeverCollide() {
    Set<Path> made = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      made.add(RunFolder.create(dir, "quick").path());
    }
    assertEquals(200, made.size());
    assertTrue(
        made.iterator().next().getFileName().toString().matches("quick-\\d{8}-\\d{6}-[0-9a-f]{4}"));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    UserError error = assertThrows(UserError.class, () -> RunFolder.create(file, "quick"));
    assertEquals(
        "cannot make a run folder in " + file + ": it is a file; choose another with run.dir=",
        error.lines().getFirst());
    assertThrows(UserError.class, () -> RunFolder.open(dir.resolve("missing")));
    assertThrows(UserError.class, () -> RunFolder.open(dir));
  }

  @Test
  void aFileThatCannotBeWrittenStopsTheRunWhichCanGoOn() throws IOException {
    Path runs = dir.resolve("runs");
    Job job =
        Toy.job(
            runs,
            1,
            STEPS,
            step -> {
              if (step == 12) {
                blockWeights(runs);
              }
            });
    UserError error = assertThrows(UserError.class, () -> runner().run(job));
    assertTrue(error.lines().getFirst().contains("homeostat resume"), error.lines().toString());
    Path folder = only(runs);
    assertEquals(RunStatus.State.FAILED, RunStatus.read(folder).state());
    Files.delete(folder.resolve("weights"));
    Files.move(folder.resolve("saved"), folder.resolve("weights"));
    runner().resume(folder, Toy.job(runs, 1, STEPS), Optional.empty());
    Path whole = runner().run(Toy.job(dir.resolve("whole"), 1, STEPS)).folder().path();
    ToyRuns.assertSame(whole, folder);
  }

  private static void blockWeights(Path runs) {
    try {
      Path weights = only(runs).resolve("weights");
      Files.move(weights, weights.resolveSibling("saved"));
      Files.createFile(weights);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path only(Path runs) throws IOException {
    try (java.util.stream.Stream<Path> all = Files.list(runs)) {
      return all.findFirst().orElseThrow();
    }
  }

  @Test
  void metadataTellsWhatWhereAndWhence() {
    Ended ended = runner().run(job(settings(""), List.of()));
    ObjectNode root = Metadata.read(ended.folder());
    assertTrue(ended.folder().name().startsWith("a-name-with-marks-"));
    assertEquals("toy-walk", root.path("kind").asText());
    assertEquals(
        Commit.ofProgram().map(Commit::hash).orElse(""),
        root.path("program").path("commit").asText());
    assertEquals("scalar", root.path("kernel").asText());
    assertEquals(1, root.path("seed").asInt());
    for (String fact : List.of("cpu", "cores", "memory_bytes", "os", "jvm")) {
      assertTrue(root.path("machine").has(fact), fact);
    }
    assertEquals("failed", root.path("status").asText());
    assertEquals("loss of chunk 30 is NaN at step 30", root.path("error").asText());
    assertEquals(30, root.path("steps_done").asInt());
  }

  @Test
  void aRunThatIsNotHeardOfIsDead() throws IOException {
    Path folder = runner().run(job(settings(""), List.of())).folder().path();
    ObjectNode root = Metadata.read(new RunFolder(folder));
    root.put("status", "running");
    Instant beat = Instant.parse(root.path("heartbeat").asText());
    Files.writeString(folder.resolve("metadata.json"), root.toString());
    assertEquals(RunStatus.State.RUNNING, RunStatus.read(folder, beat.plusSeconds(30)).state());
    assertEquals(RunStatus.State.DEAD, RunStatus.read(folder, beat.plusSeconds(90)).state());
    root.put("pid", Long.MAX_VALUE);
    Files.writeString(folder.resolve("metadata.json"), root.toString());
    assertEquals(RunStatus.State.DEAD, RunStatus.read(folder, beat.plusSeconds(1)).state());
  }

  @Test
  void inputsAreKeptWithTheirHashesAndMayNotChange() throws IOException {
    Path copied = Files.writeString(dir.resolve("weights.csv"), "1,2\n");
    Path linked =
        Files.writeString(Files.createDirectory(dir.resolve("b")).resolve("weights.csv"), "3\n");
    List<InputFile> inputs =
        List.of(
            new InputFile(copied, RunSettings.Inputs.COPY),
            new InputFile(linked, RunSettings.Inputs.SYMLINK));
    Job job = job(settings(""), inputs);
    RunFolder folder = runner().run(job).folder();
    assertEquals("1,2\n", Files.readString(folder.inputs().resolve("weights.csv")));
    assertTrue(Files.isSymbolicLink(folder.inputs().resolve("2-weights.csv")));
    assertEquals(Sha256.ofText("3\n").hex(), Metadata.read(folder).at("/inputs/1/sha256").asText());
    assertInstanceOf(
        Outcome.Failed.class, runner().resume(folder.path(), job, Optional.empty()).outcome());
    Files.writeString(copied, "1,3\n");
    Files.delete(linked);
    UserError error =
        assertThrows(UserError.class, () -> runner().resume(folder.path(), job, Optional.empty()));
    assertEquals(2, error.lines().size());
    assertTrue(error.lines().getFirst().contains("has changed"), error.lines().toString());
    assertTrue(error.lines().getLast().contains("is gone"), error.lines().toString());
  }

  @Test
  void aCopyIsWhatTheFingerprintWasTakenOf() throws IOException {
    Path weights = Files.writeString(dir.resolve("weights.csv"), "1,2\n");
    InputFiles inputs = InputFiles.of(List.of(new InputFile(weights, RunSettings.Inputs.COPY)));
    Files.writeString(weights, "1,3\n");
    RunFolder folder = RunFolder.create(dir.resolve("runs"), "quick");
    UserError error = assertThrows(UserError.class, () -> inputs.place(folder));
    assertTrue(error.lines().getFirst().contains("changed while"), error.lines().toString());
    assertFalse(Files.exists(folder.inputs().resolve("weights.csv")));
  }

  @Test
  void whatTheFileSystemRefusesNamesTheTarget() {
    Path target = dir.resolve("none/x.npz");
    UncheckedIOException refused =
        assertThrows(UncheckedIOException.class, () -> AtomicFile.write(target, "text"));
    assertEquals(
        "a file could not be read or written: "
            + dir.resolve("none")
            + ": no such folder; correct the path, give access or make room",
        Trouble.at(refused).lines().getFirst());
  }

  @Test
  void aMissingInputStopsARunBeforeAnythingIsWritten() {
    List<InputFile> missing =
        List.of(new InputFile(dir.resolve("none.npz"), RunSettings.Inputs.COPY));
    Job job = job(settings(""), missing);
    UserError error = assertThrows(UserError.class, () -> runner().run(job));
    assertTrue(error.lines().getFirst().contains("none.npz"));
    assertTrue(Files.notExists(dir.resolve("runs")));
  }

  @Test
  void theBudgetIsTheSettingOrTheHeap() {
    Estimate needs = new Estimate(3_000_000_000L, 1, 0, "lower batch_size");
    Budget.check(needs, settings("3 GB"), 1L << 40);
    UserError small =
        assertThrows(UserError.class, () -> Budget.check(needs, settings("2 GB"), 1L << 40));
    assertEquals(
        "this run needs about 3.00 GB of memory, more than the 2.00 GB that run.memory allows;"
            + " lower batch_size",
        small.lines().getFirst());
    UserError heap =
        assertThrows(UserError.class, () -> Budget.check(needs, settings(""), 1_000_000_000));
    assertTrue(heap.lines().getFirst().contains("1.00 GB of the JVM's heap"));
  }
}
