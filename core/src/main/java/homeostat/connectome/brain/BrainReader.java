package homeostat.connectome.brain;

import homeostat.array.FormatException;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.connectome.table.SourceHashes;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the wiring of a whole brain from the tables of FlyWire, of neuPrint (hemibrain), or of the
 * published whole-brain model, row by row, with 64-bit ids as integers throughout. Columns are
 * found by name.
 *
 * <p>A sender's sign is that of its transmitter: from the table of neurons if it has one, else the
 * transmitter of most of its synapses. A neuron's {@code neuropil} is the one where it sends most.
 */
public final class BrainReader {
  /** No sign: the sender's transmitter matters once it has a connection that is kept. */
  private static final int UNASKED = 2;

  private final BrainFiles files;
  private final BrainOptions options;
  private final NeuronTable neurons;
  private final ConnectionTable table;
  private final long[] ids;
  private Provenance provenance = Provenance.none();
  private long excitatory;
  private long inhibitory;
  private long unsigned;
  private long unsignedConnections;

  private final Dropped told;

  private BrainReader(
      BrainFiles files,
      BrainOptions options,
      Dropped told,
      NeuronTable neurons,
      ConnectionTable table) {
    this.files = files;
    this.options = options;
    this.told = told;
    this.neurons = neurons;
    this.table = table;
    ids = table.neurons().ids();
  }

  /**
   * Reads the tables.
   *
   * @throws FormatException naming file, line and fix
   */
  public static Brain read(BrainFiles files, BrainOptions options) {
    return read(files, options, Dropped.untold());
  }

  /**
   * The same.
   *
   * @param told hears of every row and connection that is left out
   */
  public static Brain read(BrainFiles files, BrainOptions options, Dropped told) {
    SourceHashes hashes = SourceHashes.of(files.all());
    NeuronTable neurons = new NeuronTable();
    files.neurons().ifPresent(file -> neurons.read(file, true));
    files.annotations().forEach(file -> neurons.read(file, false));
    ConnectionTable table = ConnectionTable.read(files, options, told, neurons.ids());
    Brain read = new BrainReader(files, options, told, neurons, table).brain();
    return read.with(read.rows(), hashes.sources().then(read.provenance()));
  }

  private Brain brain() {
    provenance = table.decided(provenance);
    int listed = neurons.ids().length;
    if (files.neurons().isPresent() && ids.length > listed) {
      provenance =
          provenance.warn(
              "neurons with connections that the table of neurons lacks", ids.length - listed);
    }
    provenance = neurons.matched(table.neurons(), provenance);
    SynapseRows rows = rows();
    Annotations annotations = neurons.annotations(ids);
    if (!table.neuropils().isEmpty()) {
      String[] main = new String[ids.length];
      Arrays.setAll(main, i -> table.neuropils().most(i, Annotations.UNKNOWN));
      annotations = annotations.with("neuropil", CellTypes.of(main));
    }
    return new Brain(new Nodes.Identified(ids), annotations, rows, provenance);
  }

  /** What its transmitter is called in the tables; empty where nothing says so. */
  private String transmitter(int neuron) {
    String listed = neurons.transmitter(ids[neuron]);
    return listed.isEmpty() ? table.transmitter(neuron) : listed;
  }

  /** The sign of a sender with a connection; 0 for one whose connections are dropped. */
  private int signOfSender(int sender) {
    String transmitter = transmitter(sender);
    Optional<Integer> sign = sign(transmitter);
    if (sign.isPresent()) {
      excitatory += sign.get() > 0 ? 1 : 0;
      inhibitory += sign.get() < 0 ? 1 : 0;
      return sign.get();
    }
    unsigned++;
    return switch (options.unknown()) {
      case EXCITE -> 1;
      case DROP -> 0;
      case REFUSE ->
          throw new FormatException(
              files.connections(),
              "neuron " + ids[sender],
              "its transmitter '"
                  + transmitter
                  + "' has no sign; let such senders excite, or drop them");
    };
  }

  private static Optional<Integer> sign(String transmitter) {
    return switch (transmitter) {
      case "ach", "acetylcholine" -> Optional.of(1);
      case "gaba", "glut", "glutamate" -> Optional.of(-1);
      default -> Optional.empty();
    };
  }

  /** Sums rows of one sender and receiver, in file order. */
  private SynapseRows rows() {
    EdgeTable edges = table.edges();
    int[] order = edges.bySender(ids.length);
    RowBuilder rows = new RowBuilder(ids.length, order.length);
    long[] row = new long[64];
    long merged = 0;
    long dropped = 0;
    long empty = 0;
    int at = 0;
    for (int sender = 0; sender < ids.length; sender++) {
      int length = 0;
      for (; at < order.length && edges.senders[order[at]] == sender; at++) {
        if (length == row.length) {
          row = Arrays.copyOf(row, 2 * length);
        }
        row[length++] = (long) edges.receivers[order[at]] << 32 | at;
      }
      Arrays.sort(row, 0, length);
      int sign = table.signed() ? 1 : UNASKED;
      for (int i = 0; i < length; ) {
        int receiver = (int) (row[i] >>> 32);
        long sum = 0;
        int first = i;
        for (; i < length && (int) (row[i] >>> 32) == receiver; i++) {
          sum += edges.counts[order[(int) row[i]]];
        }
        merged += i - first - 1;
        boolean few =
            options.counted() == BrainOptions.Counted.AFTER && Math.abs(sum) < options.minimum();
        if (sum == 0 && !few) {
          empty++;
          tell(sender, receiver, "connections of 0 synapses in all");
        }
        if (few) {
          dropped++;
          tell(sender, receiver, "connections of fewer than " + options.minimum() + " synapses");
        }
        if (!few && sum != 0) {
          sign = sign == UNASKED ? signOfSender(sender) : sign;
          add(rows, sender, receiver, sign * sum);
        }
      }
      rows.endRow();
    }
    if (excitatory + inhibitory > 0) {
      provenance =
          provenance
              .note("senders that excite by their transmitter", excitatory)
              .note("senders that inhibit by their transmitter", inhibitory);
    }
    if (unsigned > 0) {
      provenance =
          provenance.warn(
              "senders whose transmitter is neither acetylcholine, GABA nor glutamate: "
                  + (options.unknown() == BrainOptions.Unknown.DROP
                      ? "their " + unsignedConnections + " connections are dropped"
                      : "taken as excitatory"),
              unsigned);
    }
    if (merged > 0) {
      provenance = provenance.note("rows summed into an earlier one of the same neurons", merged);
    }
    if (dropped > 0) {
      provenance =
          provenance.note(
              "connections of fewer than " + options.minimum() + " synapses dropped", dropped);
    }
    if (empty > 0) {
      provenance = provenance.note("connections of 0 synapses in all dropped", empty);
    }
    return rows.build();
  }

  private void tell(int sender, int receiver, String reason) {
    told.tell(() -> ids[sender] + " to " + ids[receiver], reason);
  }

  private void add(RowBuilder rows, int sender, int receiver, long value) {
    if (Math.abs(value) > Integer.MAX_VALUE) {
      throw new FormatException(
          files.connections(),
          "from " + ids[sender] + " to " + ids[receiver],
          "have " + Math.abs(value) + " synapses, more than a count can be; look at these rows");
    }
    if (value != 0) {
      rows.add(receiver, (int) value);
    } else {
      unsignedConnections++;
      tell(sender, receiver, "connections of senders of unknown transmitter");
    }
  }
}
