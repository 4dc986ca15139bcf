package homeostat.lab.run;

import homeostat.lab.Experiment;
import homeostat.lab.Run;
import homeostat.lab.record.Checkpoint;
import homeostat.lab.record.Checkpoints;
import homeostat.lab.record.Metrics;
import homeostat.lab.record.RunFolder;
import java.util.Optional;

/**
 * Works a job in a folder that someone else keeps account of: metrics, checkpoints, figures and
 * what the experiment leaves; neither metadata nor summary.
 *
 * @param folder where the metrics and checkpoints lie
 * @param job what is worked
 * @param around progress, drawing and kernel
 * @param watch looks on
 * @param notes takes lines and stack traces
 */
public record Work(RunFolder folder, Job job, Surroundings around, Watch watch, Notes notes) {

  /** The newest checkpoint in the folder that is intact and the job's; empty if there is none. */
  public Optional<Checkpoint> newest() {
    return new Checkpoints(folder.checkpoints())
        .newest(checkpoint -> Provenance.objection(folder, job, checkpoint), notes::add);
  }

  /** Works until the end, a stop or a numeric failure, leaving everything in the folder. */
  public <S> Outcome go(Experiment<S> experiment, Optional<Checkpoint> from) {
    Optional<FigureQueue> figures =
        job.settings().figures()
            ? Optional.of(new FigureQueue(around.figures(), this::undrawn))
            : Optional.empty();
    try {
      Run run = new FolderRun(folder.path(), figures, around.progress(), watch, notes::add);
      return go(experiment, from, figures, run);
    } finally {
      figures.ifPresent(FigureQueue::close);
    }
  }

  /** The same without figures and without the experiment's own files. */
  public <S> Outcome goBare(Experiment<S> experiment, Optional<Checkpoint> from) {
    return go(experiment, from, Optional.empty(), new BareRun(watch, notes::add));
  }

  private <S> Outcome go(
      Experiment<S> experiment, Optional<Checkpoint> from, Optional<FigureQueue> figures, Run run) {
    Checkpoints checkpoints = new Checkpoints(folder.checkpoints());
    // Before the log is cut: a kill at any moment then leaves a checkpoint that the log reaches.
    from.ifPresent(checkpoints::goOnFrom);
    Metrics.Position position = from.map(Checkpoint::log).orElse(Metrics.Position.start());
    try (Metrics metrics = Metrics.resume(folder, experiment.stepName(), position)) {
      Loop.Place place = new Loop.Place(metrics, checkpoints, figures, folder.path(), run);
      return new Loop<>(
              experiment,
              job.settings().checkpointEvery(),
              place,
              watch,
              job.identity(),
              around.kernel())
          .go(from);
    }
  }

  private void undrawn(String what, Throwable failure) {
    notes.add("figure " + what + " could not be drawn: " + failure);
    notes.trace("figure " + what + " could not be drawn:", failure);
  }
}
