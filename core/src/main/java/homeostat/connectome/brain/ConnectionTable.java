package homeostat.connectome.brain;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.connectome.Dropped;
import homeostat.connectome.Provenance;
import homeostat.connectome.table.NodeIndex;
import homeostat.connectome.table.PlainColumns;
import homeostat.connectome.table.RowBlock;
import homeostat.connectome.table.RowsAhead;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of a table of connections, with neurons numbered as they come. */
final class ConnectionTable {
  private final BrainFiles files;
  private final BrainOptions options;
  private final Dropped told;
  private Dropped.Place here = () -> "";
  private long belowMinimum;
  private long selfLoops;
  private boolean signed;

  private final NodeIndex neurons = new NodeIndex();
  private final EdgeTable edges = new EdgeTable();
  private final Tally neuropils = new Tally(false);
  private final Tally transmitters = new Tally(true);

  private ConnectionTable(BrainFiles files, BrainOptions options, Dropped told, long[] listed) {
    this.files = files;
    this.options = options;
    this.told = told;
    for (long id : listed) {
      neurons.number(id);
    }
  }

  /**
   * Reads the table of some files.
   *
   * @param listed the neurons of the table of neurons, which come first
   */
  static ConnectionTable read(BrainFiles files, BrainOptions options, Dropped told, long[] listed) {
    if (files.connections().toString().endsWith(".parquet")) {
      throw new FormatException(
          files.connections(),
          "",
          "is a Parquet file; write it as CSV, for example with"
              + " pandas.read_parquet(...).to_csv(..., index=False)");
    }
    try (CsvTable table = CsvTable.open(files.connections())) {
      ConnectionTable first = new ConnectionTable(files, options, told, listed);
      if (table.has("Presynaptic_Index")) {
        first.indexed(table);
        return first;
      }
      PlainColumns columns = columns(table);
      if (first.plain(columns)) {
        return first;
      }
      told.again();
      ConnectionTable again = new ConnectionTable(files, options, told, listed);
      again.identified(table, columns);
      return again;
    }
  }

  private static PlainColumns columns(CsvTable table) {
    return new PlainColumns(
        table.header().size(),
        true,
        table.column("pre_root_id", "bodyId_pre", "pre_pt_root_id"),
        table.column("post_root_id", "bodyId_post", "post_pt_root_id"),
        table.column("syn_count", "weight"),
        true,
        table.find("neuropil").or(() -> table.find("roi")).orElse(-1),
        table.find("nt_type").orElse(-1));
  }

  /** A column of few texts, and the tally that counts them. */
  private static final class Counted {
    private final List<String> texts;
    private final Tally tally;
    private int[] numbers = new int[0];

    Counted(List<String> texts, Tally tally) {
      this.texts = texts;
      this.tally = tally;
    }

    void add(int neuron, int label, int synapses) {
      if (label >= numbers.length) {
        int before = numbers.length;
        numbers = Arrays.copyOf(numbers, texts.size());
        for (int k = before; k < numbers.length; k++) {
          String text = texts.get(k);
          numbers[k] = text.isEmpty() ? -1 : tally.number(text);
        }
      }
      if (label >= 0 && numbers[label] >= 0) {
        tally.add(neuron, numbers[label], synapses);
      }
    }
  }

  /** False where the table is not plain; what was read counts for nothing then. */
  private boolean plain(PlainColumns columns) {
    try (RowsAhead rows = new RowsAhead(files.connections(), columns)) {
      Counted places = new Counted(rows.firstTexts(), neuropils);
      Counted senders = new Counted(rows.secondTexts(), transmitters);
      for (Optional<RowBlock> next = rows.next(); next.isPresent(); next = rows.next()) {
        RowBlock block = next.get();
        block.number(neurons);
        for (int k = 0; k < block.size(); k++) {
          int synapses = (int) block.weight(k);
          senders.add(block.sender(k), block.secondText(k), synapses);
          places.add(block.sender(k), block.firstText(k), synapses);
          here = block.place(k);
          add(block.sender(k), block.receiver(k), synapses);
        }
      }
      return !rows.gaveUp();
    }
  }

  private void identified(CsvTable table, PlainColumns columns) {
    here = () -> "line " + table.line();
    while (table.next()) {
      int from = neurons.number(NeuronTable.id(table, columns.sender()));
      int to = neurons.number(NeuronTable.id(table, columns.receiver()));
      int synapses = table.intAt(columns.weight());
      if (synapses < 0) {
        throw table.fault(
            columns.weight(), synapses + " synapses; a count is due, signs come from transmitters");
      }
      tally(table, columns.secondText(), transmitters, from, synapses);
      tally(table, columns.firstText(), neuropils, from, synapses);
      add(from, to, synapses);
    }
  }

  private static void tally(CsvTable table, int column, Tally into, int neuron, int synapses) {
    if (column >= 0 && !table.isEmpty(column)) {
      into.add(neuron, into.number(table.text(column)), synapses);
    }
  }

  private void indexed(CsvTable table) {
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
    if (value < 0 || value >= neurons.count()) {
      throw table.fault(
          column,
          "row "
              + value
              + " is outside of the "
              + neurons.count()
              + " rows of the table of neurons");
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

  /** The neurons, in the order of the table of neurons, then of the rows. */
  NodeIndex neurons() {
    return neurons;
  }

  /** The rows that are kept. */
  EdgeTable edges() {
    return edges;
  }

  /** Whether the counts have signs. */
  boolean signed() {
    return signed;
  }

  /** Where each neuron sends. */
  Tally neuropils() {
    return neuropils;
  }

  /** What a neuron's synapses are said to release most, in lower case; empty where nothing is. */
  String transmitter(int neuron) {
    return transmitters.most(neuron, "");
  }

  /** How many rows there were, and which were dropped. */
  Provenance decided(Provenance before) {
    long dropped = belowMinimum + (options.selfLoops() ? 0 : selfLoops);
    Provenance provenance = before.note("rows of connections", edges.size + dropped);
    if (selfLoops > 0) {
      provenance =
          provenance.note(
              "rows from a neuron to itself " + (options.selfLoops() ? "kept" : "dropped"),
              selfLoops);
    }
    return belowMinimum == 0
        ? provenance
        : provenance.note(
            "rows of fewer than " + options.minimum() + " synapses dropped", belowMinimum);
  }
}
