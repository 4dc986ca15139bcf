package homeostat.kinds.dale;

import homeostat.dale.network.Rates;
import homeostat.kinds.dale.config.Annealing;
import java.util.OptionalDouble;

/**
 * How a model learns.
 *
 * @param rates of all parameters
 * @param corrected whether inhibitory updates are corrected as published
 * @param clip largest L2 norm of all gradients together
 * @param lambda strength of local losses
 * @param annealing how that grows
 * @param labelSmoothing of the task's loss
 * @param epochs of the whole run
 */
public record LearningSettings(
    Rates rates,
    boolean corrected,
    OptionalDouble clip,
    double lambda,
    Annealing annealing,
    double labelSmoothing,
    int epochs) {

  /** Strength of local losses in an epoch, counted from 0. */
  double strength(long epoch) {
    return lambda * annealing.at((double) epoch, epochs);
  }
}
