package homeostat.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.RunSettings;
import homeostat.lab.UserError;
import homeostat.lab.record.InputFile;
import homeostat.lab.record.RunStatus;
import homeostat.lab.run.Interrupts;
import homeostat.lab.run.Job;
import homeostat.lab.run.Progress;
import homeostat.lab.run.Report;
import homeostat.lab.run.Surroundings;
import homeostat.lab.run.Toy;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweeperTest {
  @TempDir Path dir;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private Sweeper sweeper(Interrupts interrupts) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Sweeper(
        new Surroundings(
            new Progress(out, false, true), Toy.SINK, Report.none(), interrupts, "scalar"));
  }

  /** Two lengths, three seeds. */
  static Sweep sweep(Path dir, int threads, boolean keep, LongConsumer eachStep) {
    List<Cell> cells = new ArrayList<>();
    for (long steps : new long[] {30, 50}) {
      for (long seed : new long[] {1, 2, 3}) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("steps", Long.toString(steps));
        axes.put("run.seed", Long.toString(seed));
        String name = "steps=" + steps + ",seed=" + seed;
        cells.add(new Cell(name, axes, Toy.job(dir, seed, steps, eachStep)));
      }
    }
    return new Sweep("walks", dir, cells, Set.of("run.seed"), threads, keep, List.of());
  }

  private static void assertSameTables(Path expected, Path actual) throws IOException {
    for (String file : List.of("results.csv", "statistics.csv")) {
      assertEquals(
          Files.readString(expected.resolve(file)), Files.readString(actual.resolve(file)), file);
    }
  }

  private Path whole() {
    SweepEnded ended = sweeper(Interrupts.manual()).run(sweep(dir, 1, false, _ -> {}));
    assertEquals(0, ended.exitStatus());
    return ended.folder().path();
  }

  @Test
  void oneThreadAndTwoGiveTheSameTables() throws IOException {
    Path one = whole();
    SweepEnded two = sweeper(Interrupts.manual()).run(sweep(dir, 2, false, _ -> {}));
    assertSameTables(one, two.folder().path());
    List<String> cells = Files.readAllLines(one.resolve("results.csv"));
    assertEquals("cell,status,steps,run.seed,w/mean,nothing,message", cells.getFirst());
    assertEquals(7, cells.size());
    assertTrue(cells.get(1).startsWith("\"steps=30,seed=1\",completed,30,1,"), cells.get(1));
    List<String> statistics = Files.readAllLines(one.resolve("statistics.csv"));
    assertEquals("steps,quantity,n,mean,sd,ci95_low,ci95_high", statistics.getFirst());
    assertEquals(3, statistics.size());
    assertTrue(statistics.get(1).startsWith("30,w/mean,3,"), statistics.get(1));
  }

  /** Else a thread may be left with a long one when all others have ended. */
  @Test
  void theLongestCellsAreWorkedFirst() throws IOException {
    List<String> ended = Files.readAllLines(whole().resolve("results.jsonl"));
    assertEquals(6, ended.size());
    for (int i = 0; i < 6; i++) {
      String cell = "steps=" + (i < 3 ? 50 : 30) + ",seed=" + (i % 3 + 1);
      assertTrue(ended.get(i).contains(cell), ended.toString());
    }
  }

  @Test
  void aFinishedCellLeavesNoFolderUnlessAsked() throws IOException {
    try (Stream<Path> cells = Files.list(whole().resolve("cells"))) {
      assertEquals(0, cells.count());
    }
    SweepEnded kept = sweeper(Interrupts.manual()).run(sweep(dir, 2, true, _ -> {}));
    Path cell = kept.folder().path().resolve("cells/steps=50_seed=2");
    assertEquals(RunStatus.State.COMPLETED, RunStatus.read(cell).state());
    assertTrue(Files.exists(cell.resolve("training_metrics.csv")));
    assertTrue(Files.exists(cell.resolve("summary.json")));
    assertTrue(Files.exists(cell.resolve("figures/chunk_000050/walk.png")));
    assertFalse(Files.exists(cell.resolve("checkpoints")));
  }

  @Test
  void aStoppedSweepGoesOnInTheMiddleOfItsCells() throws IOException {
    Path whole = whole();
    Interrupts wish = Interrupts.manual();
    AtomicInteger steps = new AtomicInteger();
    Sweep stopping =
        sweep(
            dir,
            2,
            false,
            _ -> {
              if (steps.incrementAndGet() == 100) {
                wish.request(new Interrupts.Stop("TERM", 143));
              }
            });
    SweepEnded stopped = sweeper(wish).run(stopping);
    assertEquals(143, stopped.exitStatus());
    Path folder = stopped.folder().path();
    assertEquals(RunStatus.State.INTERRUPTED, RunStatus.read(folder).state());
    assertFalse(Files.exists(folder.resolve("results.csv")));
    AtomicInteger later = new AtomicInteger();
    Sweep going = sweep(dir, 2, false, _ -> later.incrementAndGet());
    assertEquals(0, sweeper(Interrupts.manual()).resume(folder, going).exitStatus());
    assertSameTables(whole, folder);
    assertEquals(3 * 30 + 3 * 50, steps.get() + later.get(), "no step is done twice");
  }

  @Test
  void aFailingCellIsRecordedAndTheOthersGoOn() throws IOException {
    Sweep failing = sweep(dir, 2, false, Toy.blowsUpAt(40));
    SweepEnded ended = sweeper(Interrupts.manual()).run(failing);
    assertEquals(1, ended.exitStatus());
    assertEquals(3, ended.completed());
    assertEquals(3, ended.failed());
    Path folder = ended.folder().path();
    String table = Files.readString(folder.resolve("results.csv"));
    assertTrue(
        table.contains("\"steps=50,seed=3\",failed,50,3,,,loss of chunk 40 is NaN at step 40"),
        table);
    AtomicInteger steps = new AtomicInteger();
    Sweep mended = sweep(dir, 2, false, _ -> steps.incrementAndGet());
    assertEquals(0, sweeper(Interrupts.manual()).resume(folder, mended).exitStatus());
    assertEquals(3 * 15, steps.get(), "each failed cell goes on from step 35");
    assertSameTables(whole(), folder);
  }

  @Test
  void aCrashInACellIsRecordedWithItsTrace() throws IOException {
    Sweep crashing =
        sweep(
            dir,
            1,
            false,
            step -> {
              if (step == 45) {
                throw new IllegalStateException("a bug");
              }
            });
    SweepEnded ended = sweeper(Interrupts.manual()).run(crashing);
    assertEquals(3, ended.failed());
    Path trace = ended.folder().path().resolve("cells/steps=50_seed=1/log.err");
    assertTrue(Files.readString(trace).contains("a bug"));
  }

  @Test
  void aSweepRecordsTheInputsOfItsCellsAndRefusesChangedOnes() throws IOException {
    Path weights = Files.writeString(dir.resolve("weights.csv"), "1,2\n");
    List<InputFile> inputs = List.of(new InputFile(weights, RunSettings.Inputs.SYMLINK));
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : sweep(dir.resolve("runs"), 1, false, _ -> {}).cells()) {
      Job job = cell.job();
      Job reads =
          new Job(
              job.kind(),
              job.config(),
              job.identity(),
              job.settings(),
              job.estimate(),
              inputs,
              job.warnings(),
              job.open());
      cells.add(new Cell(cell.name(), cell.axes(), reads));
    }
    Sweep sweep =
        new Sweep("walks", dir.resolve("runs"), cells, Set.of("run.seed"), 1, false, List.of());
    Path folder = sweeper(Interrupts.manual()).run(sweep).folder().path();
    String metadata = Files.readString(folder.resolve("metadata.json"));
    assertEquals(2, metadata.split("\"sha256\"", -1).length, metadata);
    assertEquals("1,2\n", Files.readString(folder.resolve("inputs/weights.csv")));
    Files.writeString(weights, "1,3\n");
    UserError error =
        assertThrows(UserError.class, () -> sweeper(Interrupts.manual()).resume(folder, sweep));
    assertTrue(error.lines().getFirst().contains("has changed"), error.lines().toString());
  }

  @Test
  void aKilledSweepGivesTheSameTables() throws IOException, InterruptedException {
    Path whole = whole();
    Path runs = dir.resolve("killed");
    Random random = new Random();
    Process first = ChildSweep.start("run", runs);
    skip(first.inputReader(), 40 + random.nextInt(60));
    first.destroyForcibly().waitFor();
    Path folder;
    try (Stream<Path> found = Files.list(runs)) {
      folder = found.findFirst().orElseThrow();
    }
    Process second = ChildSweep.start("resume", folder);
    skip(second.inputReader(), 1 + random.nextInt(60));
    second.destroyForcibly().waitFor();
    assertEquals(RunStatus.State.DEAD, RunStatus.read(folder).state());
    Process third = ChildSweep.start("resume", folder);
    third.inputReader().lines().forEach(_ -> {});
    assertEquals(0, third.waitFor());
    assertSameTables(whole, folder);
  }

  private static void skip(BufferedReader out, int lines) throws IOException {
    for (int line = 0; line < lines; line++) {
      if (out.readLine() == null) {
        return;
      }
    }
  }

  @Test
  void cellsThatCannotBeToldApartAreRefused() {
    Cell cell = new Cell("seed=1", Map.of("seed", "1"), Toy.job(dir, 1, 5));
    List<Cell> twice = List.of(cell, new Cell("seed=1", Map.of(), Toy.job(dir, 1, 5)));
    UserError error =
        assertThrows(
            UserError.class, () -> new Sweep("w", dir, twice, Set.of(), 1, false, List.of()));
    assertTrue(error.lines().toString().contains("given twice"));
  }

  @Test
  void statisticsAreTheTextbooks() {
    Statistics four = Statistics.of(List.of(1.0, 2.0, 3.0, 4.0));
    assertEquals(2.5, four.mean());
    assertEquals(1.2909944487358056, four.sd(), 1e-15);
    assertEquals(2.5 - 3.182446305284263 * 1.2909944487358056 / 2, four.low(), 1e-9);
    assertEquals(List.of("1", "7.0", "", "", ""), Statistics.of(List.of(7.0)).cells());
  }
}
