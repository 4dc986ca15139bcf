package homeostat.connectome.brain;

import homeostat.kernel.Draws;
import java.util.Arrays;

/**
 * Where a number of connections lie, none of a neuron to itself.
 *
 * @param offsets [neurons + 1] where the connections of each sender start
 * @param targets [connection] receivers, in no order
 */
record Placement(int[] offsets, int[] targets) {
  /** In a brain that is nearly full, some pairs are joined twice. */
  private static final int TRIES = 1000;

  /** Uniformly over all pairs. */
  static Placement anywhere(int neurons, int connections, Draws draws) {
    int[] degrees = new int[neurons];
    for (int k = 0; k < connections; k++) {
      int sender = draws.integer(neurons);
      for (int tries = 0; tries < TRIES && degrees[sender] >= neurons - 1; tries++) {
        sender = draws.integer(neurons);
      }
      degrees[sender]++;
    }
    int[] offsets = starts(degrees);
    int[] targets = new int[connections];
    int[] taken = new int[neurons];
    for (int i = 0; i < neurons; i++) {
      taken[i] = i + 1;
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        int target = draws.integer(neurons);
        for (int tries = 0; tries < TRIES && taken[target] == i + 1; tries++) {
          target = draws.integer(neurons);
        }
        taken[target] = i + 1;
        targets[e] = target;
      }
    }
    return new Placement(offsets, targets);
  }

  /**
   * On the ring of neurons in their order, the shortest first, alternately to both sides; who gets
   * one of the longest, which do not go round, is random.
   */
  static Placement onRing(int neurons, int connections, Draws draws) {
    int[] degrees = new int[neurons];
    Arrays.fill(degrees, connections / neurons);
    int[] order = draws.permutation(neurons);
    for (int k = 0; k < connections % neurons; k++) {
      degrees[order[k]]++;
    }
    int[] offsets = starts(degrees);
    int[] targets = new int[connections];
    for (int i = 0; i < neurons; i++) {
      for (int k = 0; k < degrees[i]; k++) {
        int distance = 1 + k % Math.max(1, neurons - 1) / 2;
        int step = k % 2 == 0 ? distance : neurons - distance;
        targets[offsets[i] + k] = (i + step) % neurons;
      }
    }
    return new Placement(offsets, targets);
  }

  private static int[] starts(int[] degrees) {
    int[] offsets = new int[degrees.length + 1];
    for (int i = 0; i < degrees.length; i++) {
      offsets[i + 1] = offsets[i] + degrees[i];
    }
    return offsets;
  }
}
