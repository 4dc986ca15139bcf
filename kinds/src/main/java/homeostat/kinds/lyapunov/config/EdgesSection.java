package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code [network.connectome.edges]}: a wiring from tables, as portals export them. */
public record EdgesSection(
    @Key(
            value =
                "Table of connections, CSV or TSV: pre, post, weight and optionally roi,"
                    + " transmitter; also with the names of neuPrint and of FlyWire.")
        Optional<Path> connections,
    @Key(
            value =
                "Table of neurons: id, and optionally sign, transmitter, cell body fibre; only its"
                    + " neurons are taken.")
        Optional<Path> neurons,
    @Key(value = "Regions (roi, neuropil) whose connections are taken; all if empty.", or = "[]")
        List<String> regions,
    @Key(
            value =
                "Fewest synapses of a pair of neurons, summed over regions; by default 5 for"
                    + " FlyWire's tables and 1 for others.",
            unit = "synapses",
            min = 0)
        Optional<Integer> minimum,
    @Key(value = "Whether a neuron's connections to itself are kept.", or = "false")
        boolean selfLoops,
    @Key(value = "Whether only the largest strongly connected component is taken.", or = "true")
        boolean largestComponent) {}
