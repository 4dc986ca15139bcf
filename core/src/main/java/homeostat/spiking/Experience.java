package homeostat.spiking;

import homeostat.gradient.Parameters;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a {@link LearningRule} may learn from: one chunk.
 *
 * @param chunk what the network did; valid until the next chunk
 * @param evaluations what every objective said about it, by name
 * @param parameters logarithms of the factors that are trained, as they were in the chunk
 * @param stepsDone steps of the run up to the end of the chunk
 * @param adjoint differentiates the chunk
 */
public record Experience(
    ChunkRecord chunk,
    Map<String, Evaluation> evaluations,
    Parameters parameters,
    long stepsDone,
    Supplier<Optional<LogGradient>> adjoint) {

  /**
   * The gradient of the chunk's weighted losses over {@code chunks_per_update}, so that the sum
   * over the chunks of an update is that of their mean; empty if no loss has a weight. Each call
   * runs the adjoint.
   *
   * @throws IllegalStateException if the rule does not record what the adjoint needs
   */
  public Optional<LogGradient> gradient() {
    return adjoint.get();
  }
}
