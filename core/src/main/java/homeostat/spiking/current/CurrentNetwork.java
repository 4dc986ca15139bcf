package homeostat.spiking.current;

import homeostat.kernel.Csr;
import java.util.List;

/**
 * A network of current-based leaky integrate-and-fire neurons in natural units (reset 0, threshold
 * 1). One step, with presynaptic group p(k) of synapse type k:
 *
 * <pre>
 *   s_j   = 1 if v_j &gt; 1 else 0
 *   I'_jk = exp(-dt / tau_k) I_jk + h_jk,   h_jk = A[p(k), c(j)] sum_{i in p(k)} s_i W_ij
 *   v'_j  = (exp(-dt / tau_mem) v_j + sum_k sign_k I'_jk) (1 - s_j)
 * </pre>
 *
 * <p>A spike acts on potentials in its own step, one step sooner than through conductances. A
 * feedforward network has no recurrent entries.
 *
 * @param recurrent W, N x N, row = sender
 * @param feedforward V, M x N, row = input
 * @param cellTypes [neuron] cell type
 * @param inputTypes [input] input type
 * @param tauMem [cell type] membrane time constant, ms
 * @param synapses recurrent synapse types, then feedforward ones
 * @param recurrentSynapses how many of them are recurrent
 * @param inputKinds number of input types
 * @param dt time step, ms
 * @param surrogateScale steepness of the surrogate derivative of v - 1
 */
public record CurrentNetwork(
    Csr recurrent,
    Csr feedforward,
    int[] cellTypes,
    int[] inputTypes,
    double[] tauMem,
    List<CurrentSynapse> synapses,
    int recurrentSynapses,
    int inputKinds,
    double dt,
    double surrogateScale) {

  /** Checks sizes. */
  public CurrentNetwork {
    synapses = List.copyOf(synapses);
    if (recurrent.rows() != cellTypes.length
        || recurrent.cols() != cellTypes.length
        || feedforward.cols() != cellTypes.length
        || feedforward.rows() != inputTypes.length) {
      throw new IllegalArgumentException(
          "weights "
              + recurrent
              + " and "
              + feedforward
              + " do not fit "
              + cellTypes.length
              + " neurons and "
              + inputTypes.length
              + " inputs");
    }
    for (double tau : tauMem) {
      if (!(tau > 0)) {
        throw new IllegalArgumentException("tau_mem = " + tau + " ms must be positive");
      }
    }
  }

  /** Number of neurons N. */
  public int neurons() {
    return cellTypes.length;
  }

  /** Presynaptic group of synapse type k: a cell type, or C + an input type. */
  public int group(int k) {
    return synapses.get(k).source() + (k < recurrentSynapses ? 0 : tauMem.length);
  }

  /** Number of presynaptic groups, C + F. */
  public int groups() {
    return tauMem.length + inputKinds;
  }
}
