package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;

/**
 * A loss over what a network did in a chunk, with its gradient. Objectives are found as services: a
 * jar with a {@link Provider} and its name in {@code META-INF/services} adds one.
 */
public interface Objective {

  /** Its name, as in {@code loss_weight.<name>}. */
  String name();

  /** The state it carries from chunk to chunk, at the start; empty for most. */
  default Arrays start(int batch, int neurons) {
    return Arrays.empty();
  }

  /**
   * Value and gradient for a chunk.
   *
   * @param carried what {@link #start} or the evaluation of the previous chunk gave
   */
  Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel);

  /** Makes an objective from settings. */
  interface Provider {

    /** The name of the objective it makes. */
    String name();

    /** The objective; a missing or impossible setting is an {@link IllegalArgumentException}. */
    Objective create(ObjectiveSettings settings);
  }
}
