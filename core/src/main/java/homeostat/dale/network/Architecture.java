package homeostat.dale.network;

/**
 * How the hidden layers of a network treat excitation and inhibition. The output layer is the
 * subtractive one (DANN) except where a line says otherwise.
 *
 * <p>How to choose: {@link #MLP} and {@link #COLUMN_EI} are controls; {@link #DANN} learns as an
 * MLP does while keeping Dale's principle; {@link #HOMEO_FULL} needs no normaliser, as its
 * inhibition keeps activity centred and scaled.
 */
public enum Architecture {
  /** z = W x + b, no constraint; the output layer as well. */
  MLP,
  /** z = Wex x + b with Wex at least 0: no inhibition. */
  E_ONLY,
  /** z = Wex x - Wei Wix x + b (Cornford et al. 2021), all by the task. */
  DANN,
  /** z = Wex x + b - Wei Wix x, inhibition by a local loss on the mean. */
  HOMEO_MEAN,
  /** z = (Wex x + b - Wei Wix x) / s with s = rms(Bix x); inhibition by a local loss. */
  HOMEO_FULL,
  /** z = W D x + b, W at least 0, D = 1 for excitatory and -1 for inhibitory inputs; all layers. */
  COLUMN_EI,
  /** z = g (Wex x - Wei Wix x) / (exp(alpha) Wei Wix x) + b (Cornford et al. 2021); all layers. */
  SHUNT;

  /** Whether inhibition of hidden layers learns from a local loss. */
  public boolean homeostatic() {
    return this == HOMEO_MEAN || this == HOMEO_FULL;
  }

  /** Whether a normaliser may stand between a hidden layer and its non-linearity. */
  public boolean normalisable() {
    return this == MLP || this == E_ONLY || this == DANN;
  }
}
