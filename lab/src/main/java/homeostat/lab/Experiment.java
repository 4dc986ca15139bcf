package homeostat.lab;

import homeostat.array.Arrays;
import homeostat.lab.figure.Drawing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An opened experiment: a state and a deterministic step. One generic runner drives every kind, so
 * progress, metrics, checkpoints, interrupts, resume and figures are written once.
 *
 * <p>The result of a step depends only on (config, state, step number). The state is everything
 * that outlives a step: parameters, moments, accumulated gradients, carried potentials and filters,
 * running averages, the plot window. A step lasts about 0.1 to 2 s. {@code step} consumes the state
 * that it is given and may update its arrays in place.
 *
 * <p>The runner's order: {@link #start} (or {@link #restore}); then for each step {@link #step},
 * {@link #row} at log boundaries, {@link #drawings} at figure boundaries, {@link #save} and {@link
 * #score} at checkpoint boundaries; at the end {@link #finish}.
 *
 * @param <S> the state
 */
public interface Experiment<S> extends AutoCloseable {

  /** Number of steps of the whole run. */
  long steps();

  /** When to log, checkpoint and draw. */
  Boundaries boundaries();

  /** Name of the step column in {@code training_metrics.csv}, which counts steps done. */
  default String stepName() {
    return "step";
  }

  /**
   * What the folders of figures are named after: {@code figures/<prefix>_000100/} holds those after
   * 100 steps.
   */
  default String figurePrefix() {
    return "step";
  }

  /** Digits of the number in the names of these folders, at least. */
  default int figureDigits() {
    return 6;
  }

  /**
   * The state before step 0. May write files that describe the start (initial weights and their
   * figures).
   */
  S start(Run run);

  /**
   * One step. {@code NonFiniteException} if a loss or a state is not finite: the runner keeps the
   * last good checkpoint.
   */
  S step(S state, long step);

  /**
   * The row of metrics after a step. Called exactly at log boundaries; may reset what it averages
   * over.
   */
  Row row(S state, long step);

  /** Short text for the progress line, for example {@code loss 0.123}; may be empty. */
  default String status(S state) {
    return "";
  }

  /**
   * Figures of the state after a step. Copies the data it needs; drawing happens later, on another
   * thread.
   */
  default List<Drawing> drawings(S state, long step) {
    return List.of();
  }

  /**
   * Everything that {@link #restore} needs to go on to the same bits. Copies: later steps must not
   * change it.
   */
  Arrays save(S state);

  /** The state that {@link #save} stored. */
  S restore(Arrays saved);

  /** What "best" minimises, at a checkpoint; empty if there is no best. */
  default OptionalDouble score(S state) {
    return OptionalDouble.empty();
  }

  /**
   * The network of a state as a dynamical system, where it is recurrent and has a step in {@code
   * homeostat.dynamics}. The spectrum of a run is computed from nothing else.
   */
  default Optional<TrainedSystem> system(S state) {
    return Optional.empty();
  }

  /**
   * Other files of a checkpoint boundary, for example weight snapshots. Called again after a
   * resume; writes the same bits.
   */
  default void snapshot(S state, long step, Run run) {}

  /**
   * After the last step: writes final files and returns the headline numbers of {@code
   * summary.json}.
   */
  Row finish(S state, Run run);

  @Override
  default void close() {}
}
