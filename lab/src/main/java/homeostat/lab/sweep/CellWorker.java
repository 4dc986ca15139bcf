package homeostat.lab.sweep;

import homeostat.array.AtomicFile;
import homeostat.kernel.Parallel;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.InputFiles;
import homeostat.lab.record.Metadata;
import homeostat.lab.record.Origin;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.RunStatus;
import homeostat.lab.run.Budget;
import homeostat.lab.run.Job;
import homeostat.lab.run.Notes;
import homeostat.lab.run.Outcome;
import homeostat.lab.run.Summary;
import homeostat.lab.run.Surroundings;
import homeostat.lab.run.Watch;
import homeostat.lab.run.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Works one cell with one thread, from its newest checkpoint if it has one. Whatever goes wrong in
 * it is the cell's result, not the end of the sweep.
 */
record CellWorker(Cell cell, RunFolder folder, boolean keep, Origin origin, Surroundings around) {

  /** How long the cell will take, roughly: in seconds, or in steps where their time is unknown. */
  double length() {
    Estimate estimate = cell.job().estimate();
    return estimate.steps() * (estimate.secondsPerStep() > 0 ? estimate.secondsPerStep() : 1);
  }

  /** What became of the cell; empty if it was stopped from outside and can go on later. */
  Optional<CellResult> work(Watch watch, Notes sweepNotes) {
    Notes notes = Notes.ofCell(around.progress());
    try {
      Files.createDirectories(folder.path());
      notes.into(folder);
      return keep ? asRun(watch, notes) : bare(watch, notes);
    } catch (UserError e) {
      return Optional.of(CellResult.failed(cell, String.join("; ", e.lines())));
    } catch (IOException | RuntimeException | Error e) {
      notes.trace("cell " + cell.name() + " was ended by an error:", e);
      sweepNotes.add("cell " + cell.name() + ": " + e + " (trace in " + folder.errors() + ")");
      return Optional.of(CellResult.failed(cell, String.valueOf(e)));
    }
  }

  /** Removes what a finished cell no longer needs: its checkpoints, or all of it. */
  void tidy() {
    remove(keep ? folder.checkpoints() : folder.path());
  }

  private Optional<CellResult> bare(Watch watch, Notes notes) {
    Work work = new Work(folder, cell.job(), around, watch, notes);
    Optional<Checkpoint> from = newest(work, notes);
    try (Parallel one = new Parallel(1);
        Experiment<?> experiment = open(one, notes)) {
      return result(work.goBare(experiment, from));
    }
  }

  private Optional<CellResult> asRun(Watch watch, Notes notes) {
    Job job = cell.job();
    InputFiles inputs = InputFiles.of(job.inputs());
    AtomicFile.write(folder.config(), job.config());
    inputs.place(folder);
    Work work = new Work(folder, job, around, watch, notes);
    Optional<Checkpoint> from = newest(work, notes);
    Metadata.About about =
        new Metadata.About(job.kind(), job.identity(), OptionalLong.of(job.settings().seed()), 1);
    try (Parallel one = new Parallel(1);
        Experiment<?> experiment = open(one, notes);
        Metadata metadata =
            Metadata.start(folder, about, origin, inputs, around.kernel(), notes::add)) {
      Outcome outcome;
      try {
        outcome = work.go(experiment, from);
      } catch (RuntimeException | Error e) {
        metadata.end(RunStatus.State.FAILED, String.valueOf(e), "");
        throw e;
      }
      switch (outcome) {
        case Outcome.Completed completed -> {
          Summary.write(
              folder,
              completed.summary(),
              job,
              experiment.steps(),
              metadata.seconds(),
              around.kernel());
          metadata.end(RunStatus.State.COMPLETED, "", "");
          around.report().write(folder.path());
        }
        case Outcome.Interrupted _ -> metadata.end(RunStatus.State.INTERRUPTED, "", "");
        case Outcome.Failed failed -> metadata.end(RunStatus.State.FAILED, failed.message(), "");
      }
      return result(outcome);
    }
  }

  private Optional<CellResult> result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed completed ->
          Optional.of(CellResult.completed(cell, completed.summary()));
      case Outcome.Failed failed -> Optional.of(CellResult.failed(cell, failed.message()));
      case Outcome.Interrupted _ -> Optional.empty();
    };
  }

  private Experiment<?> open(Parallel one, Notes notes) {
    Job job = cell.job();
    long memory = Budget.bytes(job.settings(), Runtime.getRuntime().maxMemory());
    return job.open().apply(new Setup(job.settings().seed(), memory, one, notes::add));
  }

  private Optional<Checkpoint> newest(Work work, Notes notes) {
    try {
      return work.newest();
    } catch (UserError e) {
      e.lines().forEach(notes::add);
      notes.add("cell " + cell.name() + " starts anew");
      return Optional.empty();
    }
  }

  private static void remove(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
