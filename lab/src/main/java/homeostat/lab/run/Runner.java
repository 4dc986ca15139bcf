package homeostat.lab.run;

import homeostat.kernel.Parallel;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Setup;
import homeostat.lab.TimeSpan;
import homeostat.lab.UserError;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.InputFiles;
import homeostat.lab.record.Metadata;
import homeostat.lab.record.Origin;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.RunLock;
import homeostat.lab.record.RunStatus;
import homeostat.lab.record.Trouble;
import homeostat.lab.record.WholeFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Runs experiments of any kind in folders: budget, provenance, metrics, figures, checkpoints,
 * progress, interrupts, summary and report.
 */
public final class Runner {
  private final Surroundings around;

  /** A runner in these surroundings. */
  public Runner(Surroundings around) {
    this.around = around;
  }

  /**
   * What a run would do, as text: config, memory, time. Writes nothing.
   *
   * @throws UserError if it would not fit
   */
  public static String dry(Job job) {
    long heap = Runtime.getRuntime().maxMemory();
    Budget.check(job.estimate(), job.settings(), heap);
    Estimate estimate = job.estimate();
    double seconds = estimate.secondsPerStep() * estimate.steps();
    return job.config().stripTrailing()
        + "\n\n# memory: about "
        + Budget.text(estimate.bytes())
        + " of "
        + Budget.text(Budget.bytes(job.settings(), heap))
        + "\n# steps: "
        + estimate.steps()
        + "\n# time: "
        + (seconds > 0 ? "about " + TimeSpan.words(seconds) : "not known for this kind")
        + "\n";
  }

  /**
   * Runs a job in a new folder.
   *
   * @throws UserError if it cannot fit, an input is missing, or files cannot be written
   */
  public Ended run(Job job) {
    Budget.check(job.estimate(), job.settings(), Runtime.getRuntime().maxMemory());
    InputFiles inputs = InputFiles.of(job.inputs());
    Notes notes = new Notes(around.progress());
    job.warnings().forEach(notes::add);
    try (Parallel parallel = new Parallel(job.threads());
        Experiment<?> experiment = open(job, parallel, notes)) {
      RunFolder folder = RunFolder.create(job.settings().dir(), job.name());
      try (RunLock _ = RunLock.take(folder.path());
          Metadata metadata = begin(folder, job, inputs, notes)) {
        notes.into(folder);
        return guarded(
            folder,
            job,
            metadata,
            notes,
            () -> {
              inputs.place(folder);
              return work(folder, job, experiment, metadata, notes, Optional.empty());
            });
      }
    }
  }

  /**
   * Goes on with a run.
   *
   * @param job the same job, read from the folder's config
   * @param from a checkpoint of it; empty for the newest that is intact
   * @throws UserError if config or inputs have changed, or no checkpoint can be used
   */
  public Ended resume(Path path, Job job, Optional<Path> from) {
    RunFolder folder = RunFolder.open(path);
    Notes notes = new Notes(around.progress());
    if (from.isEmpty() && RunStatus.read(path).state() == RunStatus.State.COMPLETED) {
      notes.add(path + ": the run is complete; nothing is left to do");
      return new Ended(folder, new Outcome.Completed(Summary.read(folder)));
    }
    Budget.check(job.estimate(), job.settings(), Runtime.getRuntime().maxMemory());
    try (RunLock _ = RunLock.take(folder.path())) {
      notes.into(folder);
      Provenance.check(folder, job, around.kernel(), notes::add);
      InputFiles.of(job.inputs()).place(folder);
      Optional<Checkpoint> checkpoint =
          from.isPresent()
              ? Optional.of(Provenance.named(folder, job, from.get()))
              : new Checkpoints(folder.checkpoints())
                  .newest(c -> Provenance.objection(folder, job, c), notes::add);
      long step = checkpoint.map(Checkpoint::nextStep).orElse(0L);
      notes.add("resuming " + folder.path() + " after step " + step);
      try (Parallel parallel = new Parallel(job.threads());
          Experiment<?> experiment = open(job, parallel, notes);
          Metadata metadata =
              Metadata.resume(
                  folder, step, job.threads(), Origin.now(), around.kernel(), notes::add)) {
        return guarded(
            folder,
            job,
            metadata,
            notes,
            () -> work(folder, job, experiment, metadata, notes, checkpoint));
      }
    }
  }

  private static Experiment<?> open(Job job, Parallel parallel, Notes notes) {
    long memory = Budget.bytes(job.settings(), Runtime.getRuntime().maxMemory());
    return job.open().apply(new Setup(job.settings().seed(), memory, parallel, notes::add));
  }

  private Metadata begin(RunFolder folder, Job job, InputFiles inputs, Notes notes) {
    try {
      WholeFile.write(folder.config(), job.config());
      job.source().ifPresent(text -> WholeFile.write(folder.parameters(), text));
      return Metadata.start(
          folder,
          new Metadata.About(
              job.kind(), job.identity(), OptionalLong.of(job.settings().seed()), job.threads()),
          Origin.now(),
          inputs,
          around.kernel(),
          notes::add);
    } catch (UncheckedIOException e) {
      throw Trouble.with("cannot write into " + folder.path(), e, "make room, or change run.dir");
    }
  }

  private Ended guarded(
      RunFolder folder, Job job, Metadata metadata, Notes notes, Supplier<Ended> work) {
    try {
      return work.get();
    } catch (UncheckedIOException e) {
      UserError error = Trouble.during(folder, e);
      failed(metadata, error, "");
      throw error;
    } catch (UserError e) {
      failed(metadata, e, "");
      throw e;
    } catch (OutOfMemoryError e) {
      UserError error =
          new UserError(
              "out of memory, although "
                  + Budget.text(job.estimate().bytes())
                  + " were expected to do; give the JVM more heap, or "
                  + job.estimate().remedy());
      error.initCause(e);
      failed(metadata, error, "");
      throw error;
    } catch (RuntimeException | Error e) {
      notes.trace("the run was ended by an error in the program:", e);
      failed(metadata, e, folder.errors().getFileName().toString());
      throw e;
    } finally {
      around.progress().end();
    }
  }

  private static void failed(Metadata metadata, Throwable failure, String errorFile) {
    try {
      metadata.end(RunStatus.State.FAILED, String.valueOf(failure), errorFile);
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  private <S> Ended work(
      RunFolder folder,
      Job job,
      Experiment<S> experiment,
      Metadata metadata,
      Notes notes,
      Optional<Checkpoint> from) {
    Outcome outcome = new Work(folder, job, around, watch(metadata), notes).go(experiment, from);
    end(folder, job, experiment.steps(), metadata, notes, outcome);
    return new Ended(folder, outcome);
  }

  private Watch watch(Metadata metadata) {
    return new Watch() {
      @Override
      public void at(long done, long total, String status) {
        metadata.progress(done, total);
        around.progress().update(done, total, status);
      }

      @Override
      public Optional<Interrupts.Stop> stop() {
        return around.interrupts().requested();
      }
    };
  }

  private void end(
      RunFolder folder, Job job, long steps, Metadata metadata, Notes notes, Outcome outcome) {
    around.progress().end();
    switch (outcome) {
      case Outcome.Completed completed -> {
        Summary.write(folder, completed.summary(), job, steps, metadata.seconds(), around.kernel());
        metadata.end(RunStatus.State.COMPLETED, "", "");
        report(folder, notes);
      }
      case Outcome.Interrupted interrupted -> {
        metadata.end(RunStatus.State.INTERRUPTED, "", "");
        notes.add(
            "stopped by SIG"
                + interrupted.signal()
                + " after step "
                + interrupted.steps()
                + "; go on with: homeostat resume "
                + folder.path());
      }
      case Outcome.Failed failed -> {
        metadata.end(RunStatus.State.FAILED, failed.message(), "");
        notes.add(
            "stopped after step "
                + failed.steps()
                + ": "
                + failed.message()
                + "; the last good checkpoint is kept in "
                + folder.checkpoints());
      }
    }
  }

  /** The run is complete without it, so a failure here is told and no more. */
  private void report(RunFolder folder, Notes notes) {
    try {
      around.report().write(folder.path());
    } catch (RuntimeException e) {
      notes.add("the report could not be written: " + e);
      notes.trace("the report could not be written:", e);
    }
  }
}
