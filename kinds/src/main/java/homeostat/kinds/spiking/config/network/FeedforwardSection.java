package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;
import java.util.Map;
import java.util.Optional;

/** {@code [feedforward]}: the inputs. */
public record FeedforwardSection(
    @Key(value = "Input types.", or = "{names = [\"mitral\"], proportion = [1.0]}")
        CellTypesSection cellTypes,
    @Key(value = "Wiring.", or = "{num_neurons = 1500, conn_inputs = [[0.05, 0.05]]}")
        FeedforwardTopologySection topology,
    @Key(value = "Strengths.", or = "{w_mu = [[0.05, 0.02]], w_sigma = [[0.1, 0.1]]}")
        WeightsSection weights,
    @Key(value = "Activity of each input type.", or = "{mitral = {firing_rate = 6.0}}")
        Map<String, ActivitySection> activity,
    @Key(
            value = "Synapses that each input type makes.",
            or =
                "{mitral = {names = [\"AMPA\", \"NMDA\"], tau_rise = [0.1, 10.0], tau_decay = [5.0,"
                    + " 70.0], E_syn = [0.0, 0.0], g_bar = [4.177, 0.448]}}")
        Map<String, SynapsesSection> synapses,
    @Key(
            "The input process, by name: poisson, odours, constant (every input adds its rate times"
                + " the time step), or one from a jar on the class path; without it odours where an"
                + " input type has a modulation_rate, else poisson.")
        Optional<String> process) {

  /** The name of the input process. */
  public String inputProcess() {
    boolean modulated =
        activity.values().stream().anyMatch(type -> type.modulationRate().isPresent());
    return process.orElse(modulated ? "odours" : "poisson");
  }
}
