package homeostat.kinds.memory.config;

import homeostat.lab.config.Key;
import java.util.List;
import java.util.Optional;

/** {@code [wiring]}: from a connectome of regions to the recurrent weights of a network. */
public record WiringSection(
    @Key(
            value =
                "macaque-like or fly-like (generated), all-to-all, or NAME of the files C_NAME.npy,"
                    + " Names_NAME, ND_NAME in folder.",
            or = "\"macaque-like\"",
            also = "net.net_name")
        String connectome,
    @Key(
            value =
                "Folder with the files of the connectome; without it, where data fetch puts them.",
            or = "\"\"")
        String folder,
    @Key(value = "What the rows of the matrix are.", or = "\"rows_are_senders\"") Rows orientation,
    @Key(
            value = "Neurons of each region.",
            unit = "neurons",
            min = 1,
            max = 10_000,
            or = "4",
            also = "net.nr_neurons")
        int neurons,
    @Key("Neurons of every region, one number a region, instead of the same everywhere.")
        Optional<List<Integer>> counts,
    @Key(
            value = "Neurons by measured density instead: in proportion, by rank, or to a total.",
            or = "\"none\"")
        Density density,
    @Key(
            value = "Seed of ratio and rank, or the total number of neurons.",
            min = 1,
            max = 100_000,
            or = "1")
        int densityNumber,
    @Key(
            value = "What to do with regions of unknown density (NaN); drop leaves them out.",
            or = "\"refuse\"")
        Missing nanPolicy,
    @Key(
            value = "Share of a region's neurons that each neuron of another region contacts.",
            min = 0,
            above = true,
            max = 1,
            or = "0.8")
        double targetSparsity,
    @Key(value = "Whether neurons are wired within their regions.", or = "true")
        boolean intrinsicConn,
    @Key(value = "The same share within a region.", min = 0, above = true, max = 1, or = "1.0")
        double targetSparsityIntrinsic,
    @Key(
            value = "Share of a region's weight that comes from itself.",
            min = 0.001,
            max = 0.999,
            or = "0.8")
        double intrinsicWei,
    @Key(
            value =
                "What that share is of: what the region receives (published), or what it sends.",
            or = "\"received\"")
        Total intrinsicOf,
    @Key(
            value = "How the weight between two regions is divided among connections.",
            or = "\"dirichlet\"")
        Division partition,
    @Key(value = "Whether a neuron may contact itself.", or = "false") boolean keepDiag,
    @Key(
            value =
                "How the matrix of senders and receivers becomes weights [receiver][sender]:"
                    + " source_to_target keeps the measured direction, as_is (published) reverses"
                    + " it.",
            or = "\"source_to_target\"")
        Direction templateOrientation,
    @Key(
            value =
                "The null model instead of the connectome itself: none, degree_preserving,"
                    + " strength_preserving, reciprocity_preserving, configuration, modular,"
                    + " weight_shuffle, erdos_renyi, lattice, watts_strogatz,"
                    + " weight_shuffle_all, weight_shuffle_on_topology.",
            or = "\"none\"")
        String nullModel,
    @Key(value = "Whether regions or neurons are shuffled.", or = "\"neurons\"") Level nullLevel,
    @Key(
            value = "Probability that watts_strogatz rewires a connection of the ring.",
            min = 0,
            max = 1,
            or = "0.1")
        double nullProbability,
    @Key("Seed of mapping and generated wiring; without it, they are drawn anew for each seed.")
        Optional<Long> mappingSeed) {

  /** Orientation of the matrix in the file. */
  public enum Rows {
    ROWS_ARE_SENDERS,
    COLUMNS_ARE_SENDERS
  }

  /** How densities become counts. */
  public enum Density {
    NONE,
    RATIO,
    RANK,
    TOTAL
  }

  /** What to do with an unknown density. */
  public enum Missing {
    REFUSE,
    MEDIAN,
    MIN,
    DROP
  }

  /** What the weight within a region is relative to. */
  public enum Total {
    RECEIVED,
    SENT
  }

  /** How a block's weight is divided. */
  public enum Division {
    EQUAL,
    DIRICHLET,
    STICK_BREAKING
  }

  /** How the template becomes recurrent weights. */
  public enum Direction {
    SOURCE_TO_TARGET,
    AS_IS
  }

  /** What is shuffled. */
  public enum Level {
    NEURONS,
    REGIONS
  }
}
