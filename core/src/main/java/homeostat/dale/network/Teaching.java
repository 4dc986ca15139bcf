package homeostat.dale.network;

import homeostat.dale.loss.LocalLoss;
import homeostat.gradient.operation.NormaliseGradient;
import java.util.Optional;

/**
 * Which signals reach which parameters, and in what form.
 *
 * @param feedback how the gradient that enters a homeostatic layer is normalised; empty leaves it
 * @param backThroughNorm whether a {@link Norm} normalises gradients as well
 * @param local what homeostatic inhibition learns from
 * @param taskToInhibition whether homeostatic inhibition learns from the task too
 * @param localToExcitation whether excitatory weights of homeostatic layers learn from the local
 *     loss too
 * @param feedbackAlignment whether gradients go back through fixed random matrices
 */
public record Teaching(
    Optional<NormaliseGradient.Mode> feedback,
    boolean backThroughNorm,
    LocalLoss local,
    boolean taskToInhibition,
    boolean localToExcitation,
    boolean feedbackAlignment) {

  /**
   * As published: normalised feedback, inhibition from the local loss, excitation from the task.
   */
  public static Teaching usual(LocalLoss local) {
    return new Teaching(Optional.of(NormaliseGradient.Mode.FULL), true, local, false, false, false);
  }
}
