package homeostat.lab;

import homeostat.array.Arrays;
import java.util.Optional;

/**
 * A kind whose model can run without learning: what {@code homeostat simulate} asks for. The run is
 * an experiment of its own, which shares the config.
 *
 * @param <C> the config record
 */
public interface Simulates<C extends Record> extends Kind<C> {

  /**
   * Opens a run of the model without learning. Writes nothing.
   *
   * @param trained what the kind's experiment saved; empty for the model before training
   * @throws UserError if an input file is wrong
   */
  Experiment<?> simulation(C config, Optional<Arrays> trained, Setup setup);
}
