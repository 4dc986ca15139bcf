package homeostat.kinds.robustness;

import homeostat.array.Arrays;
import homeostat.lab.Kind;

/**
 * A kind whose runs leave a network that tells images apart: what {@code homeostat robustness} asks
 * for.
 *
 * @param <C> the config record
 */
public interface ClassifiesImages<C extends Record> extends Kind<C> {

  /**
   * The parameters in a state that the kind's experiment saved. A finished run has the same in
   * {@code weights/final.npz}.
   */
  Arrays parameters(Arrays state);

  /**
   * The network of a run, with the images that test it.
   *
   * @param parameters as {@link #parameters} gives them
   * @param seed of the run
   * @throws homeostat.lab.UserError if the images cannot be read
   */
  SavedClassifier classifier(C config, Arrays parameters, long seed);
}
