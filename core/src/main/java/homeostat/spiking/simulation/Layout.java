package homeostat.spiking.simulation;

import homeostat.kernel.Csr;
import homeostat.spiking.ConductanceNetwork;
import homeostat.spiking.SlotOrder;
import homeostat.spiking.SynapticWeights;

/**
 * The synapses of a network in the order of the simulator's memory.
 *
 * @param recurrent rows by slot of the sender
 * @param inputs rows by input
 * @param ofType [cell type] the recurrent rows of its neurons
 * @param start [types + 1] first slot of each type
 */
record Layout(Projection recurrent, Projection inputs, Csr[] ofType, int[] start) {

  static Layout of(ConductanceNetwork network) {
    SlotOrder slots = network.slots();
    Projection recurrent = Projection.of(network.recurrent(), slots.order(), slots);
    Csr[] ofType = new Csr[network.physiology().types()];
    java.util.Arrays.setAll(ofType, c -> recurrent.range(slots.start()[c], slots.start()[c + 1]));
    int[] inputs = new int[network.inputs()];
    java.util.Arrays.setAll(inputs, i -> i);
    return new Layout(
        recurrent, Projection.of(network.feedforward(), inputs, slots), ofType, slots.start());
  }

  /** Takes other weights. */
  void load(SynapticWeights weights) {
    recurrent.load(weights.recurrent().values());
    inputs.load(weights.feedforward().values());
    for (int c = 0; c < ofType.length; c++) {
      recurrent.refresh(ofType[c], start[c]);
    }
  }
}
