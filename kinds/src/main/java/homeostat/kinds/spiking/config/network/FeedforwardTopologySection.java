package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;

/** {@code [feedforward.topology]}: who hears the inputs. */
public record FeedforwardTopologySection(
    @Key(value = "Feedforward inputs.", unit = "inputs", min = 1, max = 1_000_000) int numNeurons,
    @Key(value = "Connection probability, [input type][receiver type].", min = 0, max = 1)
        double[][] connInputs) {}
