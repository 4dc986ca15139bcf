package homeostat.spiking.brain;

import homeostat.connectome.brain.SynapseRows;

/**
 * What is simulated: wiring, neurons, and what was done to them.
 *
 * @param rows the connections
 * @param parameters of every neuron
 * @param silenced [neuron] its spikes reach nobody, as when its synapses are blocked; it may fire
 * @param tireless [neuron] has no refractory period, as published for driven neurons
 */
public record BrainNetwork(
    SynapseRows rows, BrainParameters parameters, boolean[] silenced, boolean[] tireless) {

  /** Checks lengths. */
  public BrainNetwork {
    if (silenced.length != rows.neurons() || tireless.length != rows.neurons()) {
      throw new IllegalArgumentException(
          silenced.length + " and " + tireless.length + " marks for " + rows);
    }
  }

  /** With every neuron heard, and refractory after a spike. */
  public static BrainNetwork of(SynapseRows rows, BrainParameters parameters) {
    return new BrainNetwork(
        rows, parameters, new boolean[rows.neurons()], new boolean[rows.neurons()]);
  }

  /** Number of neurons. */
  public int neurons() {
    return rows.neurons();
  }

  /**
   * Steps from a spike of a neuron to the first step that integrates again. It is deaf in the step
   * of its spike in any case, so that 0 and 1 are the same.
   */
  int deafSteps(int neuron) {
    return tireless[neuron] ? 1 : Math.max(1, parameters.refractorySteps());
  }
}
