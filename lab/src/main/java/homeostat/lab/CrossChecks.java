package homeostat.lab;

import homeostat.array.Arrays;
import java.util.Optional;

/**
 * A kind that can compute its numbers in two ways, and compare them: what {@code homeostat run
 * --check} asks for.
 *
 * @param <C> the config record
 */
public interface CrossChecks<C extends Record> extends Kind<C> {

  /**
   * Compares the two ways. Writes nothing.
   *
   * @param trained what the kind's experiment saved; empty for the state before the first step
   * @throws UserError if this config leaves but one way, or an input file is wrong
   */
  CrossCheck crossCheck(C config, Optional<Arrays> trained, Setup setup);
}
