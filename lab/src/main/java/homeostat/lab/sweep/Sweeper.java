package homeostat.lab.sweep;

import homeostat.array.AtomicFile;
import homeostat.lab.SweepCollector;
import homeostat.lab.UserError;
import homeostat.lab.record.InputFile;
import homeostat.lab.record.InputFiles;
import homeostat.lab.record.Metadata;
import homeostat.lab.record.Origin;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.RunLock;
import homeostat.lab.record.RunStatus;
import homeostat.lab.record.Trouble;
import homeostat.lab.run.Budget;
import homeostat.lab.run.Interrupts;
import homeostat.lab.run.Notes;
import homeostat.lab.run.Surroundings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works sweeps. Cells are worked side by side, the longest first, so that no thread is left with a
 * long one at the end; each has one thread and its own checkpoints, so that a killed sweep goes on
 * in the middle of its cells; a line of {@code results.jsonl} is written as a cell ends; {@code
 * results.csv} and {@code statistics.csv} at the end, in the order of the cells. A cell that fails
 * is recorded, and tried again when the sweep is resumed.
 */
public final class Sweeper {
  private final Surroundings around;

  /** A sweeper in these surroundings. */
  public Sweeper(Surroundings around) {
    this.around = around;
  }

  /**
   * Works a sweep in a new folder.
   *
   * @throws UserError if a cell cannot fit or an input is missing; nothing is written then
   */
  public SweepEnded run(Sweep sweep) {
    Notes notes = new Notes(around.progress());
    int threads = fitting(sweep, notes);
    Set<String> warnings = new LinkedHashSet<>();
    sweep.cells().forEach(cell -> warnings.addAll(cell.job().warnings()));
    InputFiles inputs = InputFiles.of(inputs(sweep));
    warnings.forEach(notes::add);
    RunFolder folder = RunFolder.create(sweep.dir(), sweep.name());
    try (RunLock _ = RunLock.take(folder.path())) {
      SweepFile.write(folder, sweep);
      notes.into(folder);
      Metadata.About about =
          new Metadata.About("sweep", sweep.identity(), OptionalLong.empty(), threads);
      Origin origin = Origin.now();
      try (Metadata metadata =
          Metadata.start(folder, about, origin, inputs, around.kernel(), notes::add)) {
        inputs.place(folder);
        return work(sweep, folder, threads, origin, metadata, notes);
      }
    } catch (UncheckedIOException e) {
      throw Trouble.with("the sweep in " + folder.path() + " stopped", e, "make room, then resume");
    }
  }

  /** The inputs of all cells, each file once. */
  private static List<InputFile> inputs(Sweep sweep) {
    Map<Path, InputFile> files = new LinkedHashMap<>();
    for (Cell cell : sweep.cells()) {
      cell.job().inputs().forEach(input -> files.putIfAbsent(input.path(), input));
    }
    return List.copyOf(files.values());
  }

  /**
   * Goes on with a sweep: skips cells that are complete, goes on with those that have begun.
   *
   * @param sweep the same sweep, or one with other cells: a cell counts as complete if its config
   *     is the same
   * @throws UserError if an input has changed since the sweep began
   */
  public SweepEnded resume(Path path, Sweep sweep) {
    RunFolder folder = RunFolder.open(path);
    Notes notes = new Notes(around.progress());
    int threads = fitting(sweep, notes);
    try (RunLock _ = RunLock.take(folder.path())) {
      notes.into(folder);
      InputFiles.checkUnchanged(folder);
      Origin origin = Origin.now();
      try (Metadata metadata =
          Metadata.resume(folder, 0, threads, origin, around.kernel(), notes::add)) {
        return work(sweep, folder, threads, origin, metadata, notes);
      }
    } catch (UncheckedIOException e) {
      throw Trouble.with("the sweep in " + folder.path() + " stopped", e, "make room, then resume");
    }
  }

  /** Threads that fit into memory together, at most as many as were asked for. */
  private static int fitting(Sweep sweep, Notes notes) {
    long heap = Runtime.getRuntime().maxMemory();
    long largest = 1;
    long budget = heap;
    for (Cell cell : sweep.cells()) {
      try {
        Budget.check(cell.job().estimate(), cell.job().settings(), heap);
      } catch (UserError e) {
        throw new UserError(e.lines().stream().map(l -> "cell " + cell.name() + ": " + l).toList());
      }
      largest = Math.max(largest, cell.job().estimate().bytes());
      budget = Math.min(budget, Budget.bytes(cell.job().settings(), heap));
    }
    int wanted = Math.min(sweep.threads(), sweep.cells().size());
    int fitting = (int) Math.min(wanted, Math.max(1, budget / largest));
    if (fitting < wanted) {
      notes.add(
          "working "
              + fitting
              + " cells at once instead of "
              + wanted
              + ": each may need "
              + Budget.text(largest)
              + " of "
              + Budget.text(budget));
    }
    return fitting;
  }

  private SweepEnded work(
      Sweep sweep, RunFolder folder, int threads, Origin origin, Metadata metadata, Notes notes) {
    try (Results results = Results.open(folder.path().resolve("results.jsonl"))) {
      SweepProgress progress = new SweepProgress(sweep, around, metadata);
      List<CellWorker> left = new ArrayList<>();
      for (Cell cell : sweep.cells()) {
        RunFolder cellFolder = new RunFolder(folder.path().resolve("cells").resolve(cell.folder()));
        CellWorker worker = new CellWorker(cell, cellFolder, sweep.keep(), origin, around);
        if (results.find(cell).filter(CellResult::completed).isPresent()) {
          worker.tidy();
          progress.end(cell, true);
        } else {
          left.add(worker);
        }
      }
      if (left.size() < sweep.cells().size()) {
        notes.add(sweep.cells().size() - left.size() + " cells are complete already");
      }
      left.sort(Comparator.comparingDouble(CellWorker::length).reversed());
      inParallel(
          threads,
          left,
          worker -> {
            Optional<CellResult> result = worker.work(progress.of(worker.cell()), notes);
            if (result.isPresent()) {
              results.add(result.get());
              progress.end(worker.cell(), result.get().completed());
              if (result.get().completed()) {
                worker.tidy();
              }
            }
          });
      return end(sweep, folder, metadata, notes, results);
    } catch (RuntimeException | Error e) {
      metadata.end(RunStatus.State.FAILED, String.valueOf(e), "");
      throw e;
    } finally {
      around.progress().end();
    }
  }

  private interface Task {
    void on(CellWorker worker);
  }

  /** Works the cells in this order, none any more once a stop was asked for. */
  private void inParallel(int threads, List<CellWorker> workers, Task task) {
    List<Future<?>> ends = new ArrayList<>();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("homeostat-cell-", 1).factory())) {
      for (CellWorker worker : workers) {
        ends.add(
            pool.submit(() -> {
              if (around.interrupts().requested().isEmpty()) {
                task.on(worker);
              }
            }));
      }
    }
    for (Future<?> end : ends) {
      rethrow(end);
    }
  }

  private static void rethrow(Future<?> end) {
    try {
      end.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts the sweep's thread", e);
    }
  }

  private SweepEnded end(
      Sweep sweep, RunFolder folder, Metadata metadata, Notes notes, Results results) {
    int completed = 0;
    int failed = 0;
    for (Cell cell : sweep.cells()) {
      Optional<CellResult> result = results.find(cell);
      if (result.isPresent() && result.get().completed()) {
        completed++;
      } else if (result.isPresent()) {
        failed++;
        notes.add("cell " + cell.name() + " failed: " + result.get().message());
      }
    }
    Optional<Interrupts.Stop> stopped =
        completed + failed < sweep.cells().size()
            ? around.interrupts().requested()
            : Optional.empty();
    Optional<Winner> winner = Optional.empty();
    if (stopped.isPresent()) {
      metadata.end(RunStatus.State.INTERRUPTED, "", "");
      notes.add(
          "stopped with "
              + (sweep.cells().size() - completed - failed)
              + " cells left; go on with: homeostat resume "
              + folder.path());
    } else {
      Table table = new Table(sweep, results);
      AtomicFile.write(folder.path().resolve("results.csv"), table.cells());
      AtomicFile.write(folder.path().resolve("statistics.csv"), table.statistics());
      table.unknownObjectives().ifPresent(notes::add);
      Optional<Ranking> ranking = table.ranking();
      winner = ranking.flatMap(Ranking::winner);
      ranking
          .flatMap(Ranking::best)
          .ifPresent(
              best -> AtomicFile.write(folder.path().resolve("best.toml"), best.job().config()));
      if (sweep.keep()) {
        collect(sweep, folder, results).forEach(notes::add);
      }
      metadata.end(
          failed > 0 ? RunStatus.State.FAILED : RunStatus.State.COMPLETED,
          failed > 0 ? failed + " of " + sweep.cells().size() + " cells failed" : "",
          "");
    }
    return new SweepEnded(folder, completed, failed, stopped, winner);
  }

  private static List<String> collect(Sweep sweep, RunFolder folder, Results results) {
    List<SweepCollector.Finished> cells = new ArrayList<>();
    for (Cell cell : sweep.cells()) {
      if (results.find(cell).filter(CellResult::completed).isPresent()) {
        Path path = folder.path().resolve("cells").resolve(cell.folder());
        cells.add(new SweepCollector.Finished(cell.axes(), path));
      }
    }
    String kind = sweep.cells().getFirst().job().kind();
    return SweepFiles.collect(
        kind, folder.path(), sweep.repeats().stream().sorted().toList(), cells);
  }
}
