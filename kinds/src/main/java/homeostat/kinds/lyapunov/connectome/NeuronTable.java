package homeostat.kinds.lyapunov.connectome;

import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.NetworkSection;

/**
 * The neurons of a wiring as a table: what tells which gain and shift of a stored network belong to
 * which neuron and population.
 */
public final class NeuronTable {
  private NeuronTable() {}

  /** One neuron a row, in the order of the network's units. */
  public static String csv(NetworkSection network, long seed) {
    ConnectomeSection section = network.connectome();
    LabelledWiring wiring = ConnectomeNetwork.wiring(section, network.n(), seed);
    int[] types = ConnectomeNetwork.types(wiring, section);
    StringBuilder out = new StringBuilder("unit,id,transmitter,cell_body_fibre,type\n");
    for (int i = 0; i < wiring.neurons(); i++) {
      out.append(i).append(',').append(wiring.ids().get(i)).append(',');
      out.append(wiring.transmitters().isEmpty() ? "" : wiring.transmitters().get(i)).append(',');
      out.append(wiring.fibres().isEmpty() ? "" : wiring.fibres().get(i)).append(',');
      out.append(types[i]).append('\n');
    }
    return out.toString();
  }
}
