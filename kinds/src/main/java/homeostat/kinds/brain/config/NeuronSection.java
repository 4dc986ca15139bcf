package homeostat.kinds.brain.config;

import homeostat.lab.config.Key;
import homeostat.spiking.brain.BrainParameters;

/** {@code [neuron]}: the leaky integrate-and-fire neuron of Shiu et al. (2024). */
public record NeuronSection(
    @Key(value = "Resting potential.", unit = "mV", min = -1000, max = 1000, or = "-52.0")
        double rest,
    @Key(value = "Potential after a spike.", unit = "mV", min = -1000, max = 1000, or = "-52.0")
        double reset,
    @Key(value = "A spike is fired above it.", unit = "mV", min = -1000, max = 1000, or = "-45.0")
        double threshold,
    @Key(
            value = "Membrane time constant; above that of the synapse.",
            unit = "ms",
            min = 0,
            above = true,
            or = "20.0")
        double tauMembrane,
    @Key(value = "Synaptic time constant.", unit = "ms", min = 0, above = true, or = "5.0")
        double tauSynapse,
    @Key(value = "Refractory period.", unit = "ms", min = 0, or = "2.2") double refractory,
    @Key(value = "From a spike to its arrival.", unit = "ms", min = 0, above = true, or = "1.8")
        double delay,
    @Key(
            value = "What one synapse adds to the conductance.",
            unit = "mV",
            min = 0,
            above = true,
            max = 1000,
            or = "0.275")
        double synapse,
    @Key(
            value =
                "A refractory neuron's conductance: frozen at 0 and deaf, as published, or"
                    + " integrating on.",
            or = "\"frozen\"")
        BrainParameters.Refractoriness refractoriness) {

  /** The parameters at a time step; the message of an exception names the value that is wrong. */
  public BrainParameters parameters(double dt) {
    return new BrainParameters(
        rest,
        reset,
        threshold,
        tauMembrane,
        tauSynapse,
        refractory,
        delay,
        synapse,
        dt,
        refractoriness);
  }
}
