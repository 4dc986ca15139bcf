package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.gradient.Parameters;
import java.util.Map;

/**
 * How experience changes the scaling factors: what a rule keeps of every chunk, and what it does
 * with it at an update, every {@code training.chunks_per_update} chunks. Rules are found as
 * services: a jar with a {@link Provider} and its name in {@code META-INF/services} adds one.
 *
 * <p>A rule has no memory of its own. What it remembers are the carried arrays, which are saved
 * with every checkpoint; it may update them in place. The parameters are the natural logarithms of
 * the factors that are trained: adding {@code x} to one multiplies its factor by {@code e^x}.
 */
public interface LearningRule {

  /** Its name, as in {@code training.learning_rule}. */
  String name();

  /**
   * What the simulation keeps of every step: {@link Recording#ADJOINT} for a rule that asks for
   * {@link Experience#gradient}, which takes about twice the memory.
   */
  default Recording recording() {
    return Recording.VOLTAGES;
  }

  /** The state it carries, at the start; empty for none. */
  default Arrays start(Parameters parameters) {
    return Arrays.empty();
  }

  /**
   * Takes in a chunk.
   *
   * @param carried what {@link #start}, the chunk before or the last update left
   * @return the state to carry on
   */
  Arrays observe(Experience experience, Arrays carried);

  /**
   * Changes the parameters, in place.
   *
   * @param part chunks seen since the last update over those of a complete one: 1, or less at the
   *     end of a run
   */
  Update update(Parameters parameters, Arrays carried, double part);

  /**
   * What an update leaves.
   *
   * @param carried the state to carry on
   * @param numbers what to log of it, by the name of the column
   */
  record Update(Arrays carried, Map<String, Double> numbers) {}

  /** Makes a rule from settings. */
  interface Provider {

    /** The name of the rule it makes. */
    String name();

    /** The rule; a missing or impossible setting is an {@link IllegalArgumentException}. */
    LearningRule create(ObjectiveSettings settings);
  }
}
