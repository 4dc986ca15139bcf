package homeostat.connectome.mapping;

import java.util.Arrays;

/**
 * Collects the connections of neurons region by region, receivers of each sender in ascending
 * order.
 */
final class NetworkBuilder {
  private final int[] starts;
  private final int[][] columns;
  private final double[][] weights;
  private final int[] sizes;

  NetworkBuilder(int[] counts) {
    starts = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      starts[i + 1] = Math.addExact(starts[i], counts[i]);
    }
    int neurons = starts[counts.length];
    columns = new int[neurons][8];
    weights = new double[neurons][8];
    sizes = new int[neurons];
  }

  void add(int fromRegion, int fromNeuron, int toRegion, int toNeuron, double weight) {
    int row = starts[fromRegion] + fromNeuron;
    if (sizes[row] == columns[row].length) {
      columns[row] = Arrays.copyOf(columns[row], 2 * sizes[row]);
      weights[row] = Arrays.copyOf(weights[row], 2 * sizes[row]);
    }
    columns[row][sizes[row]] = starts[toRegion] + toNeuron;
    weights[row][sizes[row]++] = weight;
  }

  NeuronNetwork network() {
    int[] offsets = new int[sizes.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      offsets[i + 1] = Math.addExact(offsets[i], sizes[i]);
    }
    int[] allColumns = new int[offsets[sizes.length]];
    double[] allWeights = new double[allColumns.length];
    for (int i = 0; i < sizes.length; i++) {
      System.arraycopy(columns[i], 0, allColumns, offsets[i], sizes[i]);
      System.arraycopy(weights[i], 0, allWeights, offsets[i], sizes[i]);
    }
    return new NeuronNetwork(starts, offsets, allColumns, allWeights);
  }
}
