package homeostat.kinds.brain.config;

import homeostat.connectome.brain.BrainNull;
import homeostat.connectome.brain.BrainOptions;
import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code [wiring]}: where the brain comes from. Without files, one is generated. */
public record WiringSection(
    @Key(
            "Table of connections (FlyWire, neuPrint, or row numbers with signed counts), a packed"
                + " .brain file, or any connectome file; without one, a brain is generated.")
        Optional<Path> connections,
    @Key("Table of neurons: ids and, where it has them, transmitters and types.")
        Optional<Path> neurons,
    @Key(value = "Further tables of one neuron a row: classification, cell types.", or = "[]")
        List<Path> annotations,
    @Key(
            value = "Size of the generated brain.",
            unit = "neurons",
            min = 500,
            max = 10_000_000,
            or = "138639")
        int generatedNeurons,
    @Key(value = "Connections of fewer synapses are dropped.", unit = "synapses", min = 1, or = "1")
        int minSynapses,
    @Key(
            value = "Whether the minimum holds after summing neuropils, or before, for each row.",
            or = "\"after\"")
        BrainOptions.Counted minCounted,
    @Key(value = "Whether connections of a neuron to itself are kept.", or = "true")
        boolean selfLoops,
    @Key(
            value = "Senders whose transmitter has no sign: they excite, are dropped, or refused.",
            or = "\"excite\"")
        BrainOptions.Unknown unknownSign,
    @Key(
            value =
                "Control instead of the brain itself: rewired (all degrees kept), weights, signs,"
                    + " random, erdos_renyi or lattice.",
            name = "null",
            or = "\"none\"")
        BrainNull nullModel) {}
