package homeostat.connectome.brain;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
  private final NeuronTable neurons = new NeuronTable();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private long[] ids = new long[1024];
  private int count;
  private final EdgeTable edges = new EdgeTable();
  private final Tally neuropils = new Tally();
  private final Tally transmitters = new Tally();
  private Provenance provenance = Provenance.none();
  private boolean signed;
  private long belowMinimum;
  private long selfLoops;
  private long excitatory;
  private long inhibitory;
  private long unsigned;
  private long unsignedConnections;

  private final Dropped told;
  private Dropped.Place here = () -> "";

  private BrainReader(BrainFiles files, BrainOptions options, Dropped told) {
    this.told = told;
    this.files = files;
    this.options = options;
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
    return new BrainReader(files, options, told).read();
  }

  private Brain read() {
    for (Path file : files.all()) {
      provenance = provenance.from(file.toString(), Sha256.ofFile(file).hex());
    }
    files.neurons().ifPresent(file -> neurons.read(file, true));
    files.annotations().forEach(file -> neurons.read(file, false));
    for (long id : neurons.ids()) {
      number(id);
    }
    int listed = count;
    readConnections();
    if (files.neurons().isPresent() && count > listed) {
      provenance =
          provenance.warn(
              "neurons with connections that the table of neurons lacks", count - listed);
    }
    provenance = neurons.matched(numbers.keySet(), provenance);
    long[] known = Arrays.copyOf(ids, count);
    SynapseRows rows = rows();
    Annotations annotations = neurons.annotations(known);
    if (!neuropils.isEmpty()) {
      String[] main = new String[count];
      Arrays.setAll(main, i -> neuropils.most(i, Annotations.UNKNOWN));
      annotations = annotations.with("neuropil", CellTypes.of(main));
    }
    return new Brain(new Nodes.Identified(known), annotations, rows, provenance);
  }

  private int number(long id) {
    Integer known = numbers.get(id);
    if (known != null) {
      return known;
    }
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, 2 * count);
    }
    ids[count] = id;
    numbers.put(id, count);
    return count++;
  }

  private void readConnections() {
    if (files.connections().toString().endsWith(".parquet")) {
      throw new FormatException(
          files.connections(),
          "",
          "is a Parquet file; write it as CSV, for example with"
              + " pandas.read_parquet(...).to_csv(..., index=False)");
    }
    try (CsvTable table = CsvTable.open(files.connections())) {
      if (table.has("Presynaptic_Index")) {
        readIndexed(table);
      } else {
        readIdentified(table);
      }
    }
    long dropped = belowMinimum + (options.selfLoops() ? 0 : selfLoops);
    provenance = provenance.note("rows of connections", edges.size + dropped);
    if (selfLoops > 0) {
      provenance =
          options.selfLoops()
              ? provenance.note("rows from a neuron to itself kept", selfLoops)
              : provenance.note("rows from a neuron to itself dropped", selfLoops);
    }
    if (belowMinimum > 0) {
      provenance =
          provenance.note(
              "rows of fewer than " + options.minimum() + " synapses dropped", belowMinimum);
    }
  }

  private void readIdentified(CsvTable table) {
    int sender = table.column("pre_root_id", "bodyId_pre", "pre_pt_root_id");
    int receiver = table.column("post_root_id", "bodyId_post", "post_pt_root_id");
    int weight = table.column("syn_count", "weight");
    int place =
        table.has("neuropil")
            ? table.column("neuropil")
            : table.has("roi") ? table.column("roi") : -1;
    int transmitter = table.has("nt_type") ? table.column("nt_type") : -1;
    here = () -> "line " + table.line();
    while (table.next()) {
      int from = number(NeuronTable.id(table, sender));
      int to = number(NeuronTable.id(table, receiver));
      int synapses = table.intAt(weight);
      if (synapses < 0) {
        throw table.fault(
            weight, synapses + " synapses; a count is due, signs come from transmitters");
      }
      if (transmitter >= 0 && !table.isEmpty(transmitter)) {
        transmitters.add(from, table.text(transmitter).toLowerCase(Locale.ROOT), synapses);
      }
      if (place >= 0 && !table.isEmpty(place)) {
        neuropils.add(from, table.text(place), synapses);
      }
      add(from, to, synapses);
    }
  }

  private void readIndexed(CsvTable table) {
    if (files.neurons().isEmpty()) {
      throw new FormatException(
          files.connections(),
          "line 1",
          "holds row numbers; name the table of neurons (completeness) whose rows they count");
    }
    signed = true;
    int sender = table.column("Presynaptic_Index");
    int receiver = table.column("Postsynaptic_Index");
    int weight = table.column("Excitatory x Connectivity");
    here = () -> "line " + table.line();
    while (table.next()) {
      add(index(table, sender), index(table, receiver), table.intAt(weight));
    }
  }

  private int index(CsvTable table, int column) {
    long value = table.longAt(column);
    if (value < 0 || value >= count) {
      throw table.fault(
          column, "row " + value + " is outside of the " + count + " rows of the table of neurons");
    }
    return (int) value;
  }

  private void add(int sender, int receiver, int synapses) {
    if (sender == receiver && !options.selfLoops()) {
      selfLoops++;
      told.tell(here, "rows from a neuron to itself");
    } else if (options.counted() == BrainOptions.Counted.BEFORE
        && Math.abs((long) synapses) < options.minimum()) {
      belowMinimum++;
      told.tell(here, "rows of fewer than " + options.minimum() + " synapses");
    } else {
      selfLoops += sender == receiver ? 1 : 0;
      edges.add(sender, receiver, synapses);
    }
  }

  /** What its transmitter is called in the tables; empty where nothing says so. */
  private String transmitter(int neuron) {
    String listed = neurons.transmitter(ids[neuron]);
    return listed.isEmpty() ? transmitters.most(neuron, "") : listed;
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
    int[] order = edges.bySender(count);
    RowBuilder rows = new RowBuilder(count, edges.size);
    long[] row = new long[64];
    long merged = 0;
    long dropped = 0;
    long empty = 0;
    int at = 0;
    for (int sender = 0; sender < count; sender++) {
      int length = 0;
      for (; at < order.length && edges.senders[order[at]] == sender; at++) {
        if (length == row.length) {
          row = Arrays.copyOf(row, 2 * length);
        }
        row[length++] = (long) edges.receivers[order[at]] << 32 | at;
      }
      Arrays.sort(row, 0, length);
      int sign = signed ? 1 : UNASKED;
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
