package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;
import java.util.Map;

/** {@code [recurrent]}: the network. */
public record RecurrentSection(
    @Key(
            value = "Cell types.",
            or = "{names = [\"excitatory\", \"inhibitory\"], proportion = [0.8, 0.2]}")
        CellTypesSection cellTypes,
    @Key(
            value = "Wiring.",
            or =
                "{num_neurons = 5000, num_assemblies = 20, conn_within = [[0.2, 0.2], [0.4, 0.2]], "
                    + "conn_between = [[0.05, 0.05], [0.05, 0.05]]}")
        RecurrentTopologySection topology,
    @Key(
            value = "Strengths.",
            or = "{w_mu = [[0.1, 0.05], [0.2, 0.19]], w_sigma = [[0.1, 0.1], [0.1, 0.1]]}")
        WeightsSection weights,
    @Key(
            value = "Membrane of each cell type.",
            or =
                "{excitatory = {tau_mem = 85.0, theta = -38.0, U_reset = -60.0, E_L = -60.0, g_L ="
                    + " 1.35, tau_ref = 8.0}, inhibitory = {tau_mem = 50.0, theta = -45.0, U_reset"
                    + " = -60.0, E_L = -60.0, g_L = 0.9, tau_ref = 8.0}}")
        Map<String, PhysiologySection> physiology,
    @Key(
            value = "Synapses that each cell type makes.",
            or =
                "{excitatory = {names = [\"AMPA\", \"NMDA\"], tau_rise = [0.1, 10.0], tau_decay ="
                    + " [5.0, 70.0], E_syn = [0.0, 0.0], g_bar = [4.177, 0.448]}, inhibitory ="
                    + " {names = [\"GABA_A\"], tau_rise = [1.0], tau_decay = [6.0], E_syn ="
                    + " [-70.0], g_bar = [8.139]}}")
        Map<String, SynapsesSection> synapses,
    @Key(
            value =
                "Whether neurons stay at U_reset for tau_ref after a spike; in the published"
                    + " program they do not.",
            or = "false")
        boolean refractory) {}
