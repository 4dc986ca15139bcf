package homeostat.connectome.mapping;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import java.util.ArrayList;
import java.util.List;

/**
 * Neurons, each of a region, and their connections in double precision. Neurons of region i have
 * the numbers {@code starts[i]} to {@code starts[i + 1] - 1}.
 *
 * @param starts [region + 1]
 * @param offsets [neuron + 1] where the connections of each sender begin
 * @param columns [connection] receiver, ascending for each sender
 * @param weights [connection] above 0
 */
public record NeuronNetwork(int[] starts, int[] offsets, int[] columns, double[] weights) {

  /** Number of neurons H. */
  public int size() {
    return offsets.length - 1;
  }

  /** Number of connections. */
  public int connections() {
    return columns.length;
  }

  /** [sender][receiver], row-major. */
  public double[] dense() {
    double[] matrix = new double[Math.multiplyExact(size(), size())];
    for (int i = 0; i < size(); i++) {
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        matrix[i * size() + columns[e]] = weights[e];
      }
    }
    return matrix;
  }

  /**
   * As a connectome: neurons are called region.number and have the region as their cell type.
   *
   * @param regions the names of the regions
   * @param provenance where the regions' wiring comes from
   */
  public Connectome connectome(Nodes regions, Provenance provenance) {
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    int[] type = new int[size()];
    for (int i = 0; i < starts.length - 1; i++) {
      types.add(regions.label(i));
      for (int a = starts[i]; a < starts[i + 1]; a++) {
        names.add(regions.label(i) + "." + (a - starts[i]));
        type[a] = i;
      }
    }
    float[] narrow = new float[weights.length];
    for (int e = 0; e < narrow.length; e++) {
      narrow[e] = (float) weights[e];
    }
    return Connectome.of(
        new Nodes.Named(names),
        new CellTypes(types, type),
        new Csr(size(), size(), offsets, columns, narrow),
        provenance.note("regions mapped to neurons", size()));
  }
}
