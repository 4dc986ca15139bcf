package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.Optional;

/** {@code [network.connectome]}: a network on the wiring of a brain. */
public record ConnectomeSection(
    @Key(
            value =
                "Where the wiring comes from: none (random couplings), folder (a region of"
                    + " interest), edges (a table of connections), or generated (fly-like, of"
                    + " network.n neurons).",
            or = "\"none\"")
        Source source,
    @Key(
            value =
                "Folder of a region of interest: adjacency_scc.npy, ei_neuron_types.npy,"
                    + " nid_scc.npy, and label maps as CSV or JSON.")
        Optional<Path> folder,
    @Key("Tables of connections and of neurons.") EdgesSection edges,
    @Key(value = "What the rows of the adjacency are: senders, or receivers.", or = "\"senders\"")
        Rows rows,
    @Key(
            value =
                "Whose transmitters give the signs: fly (glutamate inhibits), vertebrate and"
                    + " celegans (it excites), or file (ei_neuron_types.npy, or a column 'sign').",
            or = "\"fly\"")
        Species species,
    @Key(
            value =
                "Whose sign a synapse has: the sender's (Dale's principle), the receiver's, as in"
                    + " the published program, or none (all excite).",
            or = "\"sender\"")
        Dale dale,
    @Key(
            value =
                "Neurons whose transmitter is none of acetylcholine, gaba and glutamate: excite,"
                    + " drop (their synapses go), or refuse.",
            or = "\"excite\"")
        Others others,
    @Key(
            value =
                "How strengths are brought to scale: row (inhibition is scaled so that it agrees"
                    + " with excitation at every receiver, then all to a bulk radius of g),"
                    + " sinkhorn (all receivers get the same excitation and inhibition, senders"
                    + " of one sign send the same; then as row), spectral (spectral radius g),"
                    + " none (strengths times g), or published.",
            or = "\"row\"")
        Balanced balance,
    @Key(
            value = "What the strength of a synapse is: the count, or log1p (ln(1 + count)).",
            or = "\"count\"")
        Strength strength,
    @Key(
            value = "Who shares a gain and a shift: nobody, a cell body fibre, or a transmitter.",
            or = "\"none\"")
        Population population) {

  /** Where the wiring comes from. */
  public enum Source {
    NONE,
    FOLDER,
    EDGES,
    GENERATED
  }

  /** What the rows of the adjacency are. */
  public enum Rows {
    SENDERS,
    RECEIVERS
  }

  /** Whose transmitters give the signs. */
  public enum Species {
    FLY,
    VERTEBRATE,
    CELEGANS,
    FILE
  }

  /** Whose sign a synapse has. */
  public enum Dale {
    SENDER,
    RECEIVER,
    NONE
  }

  /** What becomes of neurons whose transmitter has no sign. */
  public enum Others {
    EXCITE,
    DROP,
    REFUSE
  }

  /** How strengths are brought to scale. */
  public enum Balanced {
    ROW,
    SINKHORN,
    SPECTRAL,
    NONE,
    PUBLISHED
  }

  /** What the strength of a synapse is, before it is brought to scale. */
  public enum Strength {
    COUNT,
    LOG1P
  }

  /** Who shares a gain and a shift. */
  public enum Population {
    NONE,
    CELL_FIBERS,
    NEUROTRANSMITTER
  }
}
