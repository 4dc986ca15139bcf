package homeostat.spiking.simulation;

import homeostat.kernel.membrane.PanelRows;
import homeostat.spiking.SlotOrder;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapticWeights;
import java.util.Arrays;

/**
 * The synapses of a network in the order of the simulator's memory.
 *
 * @param recurrent rows by slot of the sender
 * @param inputs rows by input
 * @param ofType [cell type] the recurrent rows of its slots, for the transposed product
 * @param start [types + 1] first slot of each type
 */
record Layout(Projection recurrent, Projection inputs, PanelRows[] ofType, int[] start) {

  /**
   * Lays out the synapses.
   *
   * @param adjoint whether the transposed product is wanted
   */
  static Layout of(SpikingNetwork network, boolean adjoint) {
    SlotOrder slots = network.slots();
    int[] start = slots.start();
    Projection recurrent = Projection.of(network.recurrent(), slots.order(), slots);
    PanelRows[] ofType = new PanelRows[adjoint ? network.physiology().types() : 0];
    Arrays.setAll(ofType, c -> PanelRows.of(recurrent.rows(), start[c], start[c + 1]));
    int[] inputs = new int[network.inputs()];
    Arrays.setAll(inputs, i -> i);
    return new Layout(
        recurrent, Projection.of(network.feedforward(), inputs, slots), ofType, start);
  }

  /** Takes other weights. */
  void load(SynapticWeights weights) {
    recurrent.load(weights.recurrent().values());
    inputs.load(weights.feedforward().values());
    for (int c = 0; c < ofType.length; c++) {
      ofType[c].load(recurrent.rows(), start[c]);
    }
  }
}
