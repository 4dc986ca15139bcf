package homeostat.kinds.memory.golden;

import homeostat.connectome.mapping.NeuronNetwork;

/**
 * The blocks of a mapped network, region by region.
 *
 * @param regions number R
 * @param targets [sender][receiver] connections of the first neuron of the sending region
 * @param sums [sender][receiver] weight of the block
 * @param uneven which neuron has another number of connections than the first of its region; empty
 *     for none
 * @param unequal which block has different weights; empty for none
 */
record Blocks(int regions, int[] targets, double[] sums, String uneven, String unequal) {

  static Blocks of(NeuronNetwork network) {
    int r = network.starts().length - 1;
    int[] targets = new int[r * r];
    double[] sums = new double[r * r];
    double[] weight = new double[r * r];
    String uneven = "";
    String unequal = "";
    int[] regionOf = new int[network.size()];
    for (int i = 0; i < r; i++) {
      java.util.Arrays.fill(regionOf, network.starts()[i], network.starts()[i + 1], i);
    }
    for (int a = 0; a < network.size(); a++) {
      int i = regionOf[a];
      int[] found = new int[r];
      for (int e = network.offsets()[a]; e < network.offsets()[a + 1]; e++) {
        int block = i * r + regionOf[network.columns()[e]];
        found[block - i * r]++;
        sums[block] += network.weights()[e];
        if (weight[block] != 0 && weight[block] != network.weights()[e]) {
          unequal = "block " + i + ", " + (block - i * r) + " has different weights";
        }
        weight[block] = network.weights()[e];
      }
      for (int j = 0; j < r; j++) {
        if (a == network.starts()[i]) {
          targets[i * r + j] = found[j];
        } else if (targets[i * r + j] != found[j]) {
          uneven = "neuron " + a + " has " + found[j] + " targets in region " + j;
        }
      }
    }
    return new Blocks(r, targets, sums, uneven, unequal);
  }
}
