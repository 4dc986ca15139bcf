package homeostat.lab.run;

import homeostat.array.Sha256;
import homeostat.dynamics.NonFiniteException;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.Metrics;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Drives an experiment from its start or a checkpoint to its end, in the order that {@link
 * Experiment} promises.
 *
 * <p>What makes a resumed run equal to an uninterrupted one: a checkpoint is written last at its
 * boundary, after the rows, snapshots and figures before it are on the disk; figures of the
 * boundary itself are drawn again by whoever goes on from it; a checkpoint that an interrupt asks
 * for takes no part in the search for the best. The end is done as a whole, or again by a resume.
 */
final class Loop<S> {
  private final Experiment<S> experiment;
  private final Boundaries every;
  private final long total;
  private final Metrics metrics;
  private final Checkpoints checkpoints;
  private final Optional<FigureQueue> figures;
  private final Path folder;
  private final Run run;
  private final Watch watch;
  private final Sha256 identity;
  private final String kernel;

  /**
   * Where a loop leaves what it makes.
   *
   * @param figures empty if none are drawn
   * @param folder the run's folder
   */
  record Place(
      Metrics metrics,
      Checkpoints checkpoints,
      Optional<FigureQueue> figures,
      Path folder,
      Run run) {}

  Loop(
      Experiment<S> experiment,
      Optional<Integer> checkpointEvery,
      Place place,
      Watch watch,
      Sha256 identity,
      String kernel) {
    this.experiment = experiment;
    Boundaries own = experiment.boundaries();
    this.every =
        new Boundaries(
            own.log(), checkpointEvery.map(n -> (long) n).orElse(own.checkpoint()), own.figures());
    this.total = experiment.steps();
    this.metrics = place.metrics;
    this.checkpoints = place.checkpoints;
    this.figures = place.figures;
    this.folder = place.folder;
    this.run = place.run;
    this.watch = watch;
    this.identity = identity;
    this.kernel = kernel;
  }

  /** Runs until the end, a stop or a numeric failure. */
  Outcome go(Optional<Checkpoint> from) {
    long done = from.map(Checkpoint::nextStep).orElse(0L);
    try {
      S state;
      double best = from.map(Checkpoint::bestScore).orElse(Double.POSITIVE_INFINITY);
      if (from.isPresent() && done > 0) {
        state = experiment.restore(from.get().state());
        draw(state, done - 1);
      } else {
        // From a checkpoint before the first step too: the files of the start are written again.
        state = experiment.start(run);
        save(state, 0, best);
      }
      long saved = done;
      watch.at(done, total, "");
      while (done < total) {
        Optional<Interrupts.Stop> stop = watch.stop();
        if (stop.isPresent()) {
          if (saved < done) {
            awaitFigures();
            save(state, done, best);
          }
          return new Outcome.Interrupted(stop.get().signal(), stop.get().exitStatus(), done);
        }
        long step = done;
        state = experiment.step(state, step);
        if (Boundaries.follows(step, every.log())) {
          metrics.append(step + 1, experiment.row(state, step));
        }
        long before = figures.map(FigureQueue::asked).orElse(0L);
        draw(state, step);
        if (Boundaries.follows(step, every.checkpoint()) || step == total - 1) {
          experiment.snapshot(state, step, run);
          figures.ifPresent(queue -> queue.await(before));
          best = saveBest(state, step + 1, best);
          saved = step + 1;
        }
        done = step + 1;
        watch.at(done, total, experiment.status(state));
      }
      StopSignal.check(watch);
      Row summary = experiment.finish(state, run);
      awaitFigures();
      return new Outcome.Completed(summary);
    } catch (StopSignal stop) {
      // In the start nothing is lost; in the end the checkpoint of the last step is there already.
      return stop.after(done);
    } catch (NonFiniteException e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()), done);
    }
  }

  private double saveBest(S state, long nextStep, double best) {
    OptionalDouble score = experiment.score(state);
    if (score.isPresent() && score.getAsDouble() <= best) {
      Checkpoint checkpoint = checkpoint(state, nextStep, score.getAsDouble());
      // First the best, then the latest: a kill between them repeats the same best later.
      checkpoints.writeBest(checkpoint);
      checkpoints.write(checkpoint);
      return score.getAsDouble();
    }
    save(state, nextStep, best);
    return best;
  }

  private void save(S state, long nextStep, double best) {
    checkpoints.write(checkpoint(state, nextStep, best));
  }

  private Checkpoint checkpoint(S state, long nextStep, double best) {
    return new Checkpoint(nextStep, experiment.save(state), metrics.sync(), best, identity, kernel);
  }

  private void draw(S state, long step) {
    if (figures.isEmpty() || !(Boundaries.follows(step, every.figures()) || step == total - 1)) {
      return;
    }
    String number = String.format(Locale.ROOT, "%0" + experiment.figureDigits() + "d", step + 1);
    String base = experiment.figurePrefix() + "_" + number;
    for (Drawing drawing : experiment.drawings(state, step)) {
      Path file = folder.resolve("figures").resolve(base).resolve(drawing.name());
      figures.get().add(file, drawing.figure());
    }
  }

  private void awaitFigures() {
    figures.ifPresent(queue -> queue.await(queue.asked()));
  }
}
