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
   * What a spike more, and a spike less, would change: dL/ds of every step without a spike and of
   * every step with one.
   *
   * @param more [batch][neuron] L with one spike more, less L
   * @param less [batch][neuron] L, less L with one spike less
   */
  record SpikeToggle(float[] more, float[] less) implements Sensitivity {}

  /**
   * dL/ds.
   *
   * @param gradient [batch][time][neuron]
   */
  record Spikes(float[] gradient) implements Sensitivity {}

  /**
   * dL/dv' = fade^(T - 1 - t) (slope v' + offset), with v' the potential after step t.
   *
   * @param slope [batch][neuron] 1/mV^2
   * @param offset [batch][neuron] 1/mV
   * @param fade how much less a step counts than the one after it; 1 if all count alike
   */
  record VoltageLine(float[] slope, float[] offset, double fade) implements Sensitivity {

    /** All steps count alike. */
    public VoltageLine(float[] slope, float[] offset) {
      this(slope, offset, 1);
    }
  }

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
