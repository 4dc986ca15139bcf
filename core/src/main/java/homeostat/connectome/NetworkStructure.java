package homeostat.connectome;

import homeostat.kernel.Csr;

/**
 * The wiring of a network that is driven by inputs: N recurrent neurons and M inputs. Equal by
 * content.
 *
 * @param recurrent N x N, sender to receiver, with cell types and assemblies
 * @param feedforward [input][neuron] M x N
 * @param inputTypes the cell type of each of the M inputs
 * @param provenance decisions about the feedforward part and the whole; the recurrent part carries
 *     its own
 */
public record NetworkStructure(
    Connectome recurrent, Csr feedforward, CellTypes inputTypes, Provenance provenance) {

  /** Checks the sizes. */
  public NetworkStructure {
    if (feedforward.cols() != recurrent.size() || feedforward.rows() != inputTypes.nodes()) {
      throw new IllegalArgumentException(
          "feedforward weights are "
              + feedforward
              + ", expected "
              + inputTypes.nodes()
              + " inputs x "
              + recurrent.size()
              + " neurons");
    }
  }

  /** Number N of recurrent neurons. */
  public int neurons() {
    return recurrent.size();
  }

  /** Number M of inputs. */
  public int inputs() {
    return feedforward.rows();
  }
}
