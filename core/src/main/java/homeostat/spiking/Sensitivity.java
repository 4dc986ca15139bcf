package homeostat.spiking;

/** A direct gradient of a loss: with respect to spikes, potentials, scaling factors or weights. */
public sealed interface Sensitivity {

  /**
   * dL/ds, the same at every step.
   *
   * @param gradient [batch][neuron]
   */
  record SpikeCount(float[] gradient) implements Sensitivity {}

  /**
   * dL/ds.
   *
   * @param gradient [batch][time][neuron]
   */
  record Spikes(float[] gradient) implements Sensitivity {}

  /**
   * dL/dv' = slope v' + offset at every step, with v' the potential after the step.
   *
   * @param slope [batch][neuron] 1/mV^2
   * @param offset [batch][neuron] 1/mV
   */
  record VoltageLine(float[] slope, float[] offset) implements Sensitivity {}

  /**
   * dL/dv', with v' the potential after the step.
   *
   * @param gradient [batch][time][neuron]
   */
  record Voltages(float[] gradient) implements Sensitivity {}

  /**
   * dL/dA and dL/dA_FF.
   *
   * @param recurrent [source type][target type]
   * @param feedforward [input type][target type]
   */
  record Factors(double[] recurrent, double[] feedforward) implements Sensitivity {}

  /**
   * dL/dW and dL/dV of existing synapses, in the order of {@link SynapticWeights}.
   *
   * @param recurrent [entry]
   * @param feedforward [entry]
   */
  record Weights(double[] recurrent, double[] feedforward) implements Sensitivity {}

  /**
   * A gradient and the weight of its loss in the total.
   *
   * @param gradient gradient of the loss itself
   * @param weight factor of the loss
   */
  record Weighted(Sensitivity gradient, double weight) {}
}
