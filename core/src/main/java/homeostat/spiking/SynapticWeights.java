package homeostat.spiking;

import homeostat.kernel.Csr;

/**
 * The weights in force, one for every existing synapse. As parameters they are flat vectors: row by
 * row, receivers ascending.
 *
 * @param recurrent W, N x N, row = sender
 * @param feedforward V, M x N, row = input
 */
public record SynapticWeights(Csr recurrent, Csr feedforward) {
  /** Name of the trained parameter ln W. */
  public static final String RECURRENT = "log_weights_flat";

  /** Name of the trained parameter ln V. */
  public static final String FEEDFORWARD = "log_weights_FF_flat";

  /** The same synapses with other weights, flat. */
  public SynapticWeights with(float[] newRecurrent, float[] newFeedforward) {
    return new SynapticWeights(recurrent.with(newRecurrent), feedforward.with(newFeedforward));
  }
}
