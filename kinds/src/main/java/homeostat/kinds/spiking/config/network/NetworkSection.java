package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.Optional;

/** {@code [network]}: a wiring from a file. */
public record NetworkSection(
    @Key(
            "A network_structure.npz to run instead of a generated wiring: then the sizes,"
                + " probabilities and weights of [recurrent] and [feedforward] are not used, their"
                + " types, membranes and synapses are.")
        Optional<Path> file) {}
