package homeostat.rate;

/** Whose sign the synapses of a network have. */
public enum DaleSigns {
  /** The sender's (Dale's principle). */
  SENDER,
  /** The receiver's, as in the published program: all synapses onto a neuron share one sign. */
  RECEIVER,
  /** Nobody's: every synapse excites. */
  NONE;

  /**
   * Signs the synapses.
   *
   * @param weights W, [receiver][sender], non-negative
   * @param signs sign of each neuron, -1 or 1
   */
  public SignedWeights sign(double[] weights, byte[] signs) {
    int n = signs.length;
    byte[] out = new byte[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (weights[i * n + j] > 0) {
          out[i * n + j] =
              switch (this) {
                case SENDER -> signs[j];
                case RECEIVER -> signs[i];
                case NONE -> 1;
              };
        }
      }
    }
    return new SignedWeights(n, out, weights);
  }
}
