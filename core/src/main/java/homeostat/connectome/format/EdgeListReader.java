package homeostat.connectome.format;

import homeostat.array.CsvTable;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table with one connection a row. Nodes are 64-bit ids (then in ascending order), names
 * (then in order of appearance), or row numbers.
 */
final class EdgeListReader {
  /** A row number beyond this is an id in the wrong column. */
  private static final int LARGEST_INDEX = 20_000_000;

  private final Path file;
  private final Wire wire;
  private final EdgeColumns columns;
  private final Dropped.Place here;
  private final CsvTable table;

  private EdgeListReader(Path file, CsvTable table, ReadOptions options, Dropped dropped) {
    this.file = file;
    this.table = table;
    this.columns = EdgeColumns.of(file, table.header());
    this.wire = new Wire(file, options, dropped);
    this.here = () -> "line " + table.line();
  }

  static ReadWiring read(Path file, ReadOptions options, Dropped dropped) {
    try (CsvTable table = CsvTable.open(file)) {
      ReadWiring plain = new EdgeListReader(file, table, options, dropped).plain();
      if (plain != null) {
        return plain;
      }
      EdgeListReader reader = new EdgeListReader(file, table, options, dropped);
      if (reader.columns.indexed()) {
        return reader.indices();
      }
      ReadWiring byId = reader.ids();
      if (byId != null) {
        return byId;
      }
    }
    try (CsvTable table = CsvTable.open(file)) {
      return new EdgeListReader(file, table, options, dropped).names();
    }
  }

  /** Null if there is anything but whole numbers and weights. */
  private @Nullable ReadWiring plain() {
    if (columns.indexed() || columns.sign().isPresent() || columns.type().isPresent()) {
      return null;
    }
    NodeIndex nodes = new NodeIndex();
    try (PlainRows rows = new PlainRows(file, table.header().size(), columns)) {
      RowBlock block = new RowBlock();
      while (block.fill(rows)) {
        block.number(nodes);
        for (int k = 0; k < block.size(); k++) {
          wire.add(block.sender(k), block.receiver(k), block.weight(k), block.place(k));
        }
      }
      return rows.gaveUp() ? null : identified(nodes);
    }
  }

  private ReadWiring identified(NodeIndex nodes) {
    long[] sorted = nodes.sorted();
    wire.renumber(nodes.places(sorted));
    return result(new Nodes.Identified(sorted));
  }

  private ReadWiring indices() {
    int largest = -1;
    while (table.next()) {
      int sender = index(columns.sender());
      int receiver = index(columns.receiver());
      largest = Math.max(largest, Math.max(sender, receiver));
      add(sender, receiver);
    }
    return result(new Nodes.Numbered(largest + 1));
  }

  private int index(int column) {
    long value = table.longAt(column);
    if (value < 0 || value > LARGEST_INDEX) {
      throw table.fault(
          column, "row number " + value + " is outside 0 to " + LARGEST_INDEX + "; is it an id?");
    }
    return (int) value;
  }

  /** Null if the nodes have names. */
  private @Nullable ReadWiring ids() {
    NodeIndex nodes = new NodeIndex();
    while (table.next()) {
      if (!isId(columns.sender()) || !isId(columns.receiver())) {
        return null;
      }
      add(nodes.number(id(columns.sender())), nodes.number(id(columns.receiver())));
    }
    return identified(nodes);
  }

  private long id(int column) {
    long id = table.longAt(column);
    if (id < 0) {
      throw table.fault(column, "id " + id + " is negative; no neuron has such an id");
    }
    return id;
  }

  /** Whether a field is an integer; a number that is none is refused, for its digits are lost. */
  private boolean isId(int column) {
    String text = table.text(column);
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean digits = start < text.length();
    boolean numeric = digits;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      digits &= c >= '0' && c <= '9';
      numeric &= (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+';
    }
    if (!digits && numeric && Character.isDigit(text.charAt(start))) {
      throw table.fault(
          column,
          "id '"
              + text
              + "' went through a floating-point number and lost digits; export ids as integers");
    }
    return digits;
  }

  private ReadWiring names() {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    while (table.next()) {
      add(number(columns.sender(), numbers, names), number(columns.receiver(), numbers, names));
    }
    return result(new Nodes.Named(names));
  }

  private int number(int column, Map<String, Integer> numbers, List<String> names) {
    String name = table.text(column);
    if (name.isEmpty()) {
      throw table.fault(column, "is empty; every connection needs a sender and a receiver");
    }
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known == null) {
      names.add(name);
      return names.size() - 1;
    }
    return known;
  }

  private void add(int sender, int receiver) {
    double weight = columns.weight().isPresent() ? table.number(columns.weight().get()) : 1;
    OptionalInt sign = OptionalInt.empty();
    if (columns.sign().isPresent()) {
      int column = columns.sign().get();
      sign = sign(table.text(column));
      if (sign.isEmpty()) {
        throw table.fault(
            column,
            "'" + table.text(column) + "' is no sign; write 1, -1, +, -, excitatory or inhibitory");
      }
    }
    if (columns.type().isPresent()) {
      String type = table.text(columns.type().get());
      if (!wire.keeps(type, here)) {
        return;
      }
      sign = sign.isPresent() ? sign : sign(type);
    }
    if (sign.isPresent()) {
      if (weight < 0) {
        throw table.fault(
            "the weight is " + weight + " and there is a sign; give magnitudes or drop the sign");
      }
      weight *= sign.getAsInt();
    }
    wire.add(sender, receiver, weight, here);
  }

  private static OptionalInt sign(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "+1", "1.0", "+", "e", "exc", "excitatory" -> OptionalInt.of(1);
      case "-1", "-1.0", "-", "i", "inh", "inhibitory" -> OptionalInt.of(-1);
      default -> OptionalInt.empty();
    };
  }

  private ReadWiring result(Nodes nodes) {
    Provenance before =
        Provenance.none()
            .note(
                "edge list of "
                    + file.getFileName()
                    + ": '"
                    + table.header().get(columns.sender())
                    + "' sends to '"
                    + table.header().get(columns.receiver())
                    + "', weight "
                    + weightName(),
                nodes.count());
    return wire.read(nodes, true, before);
  }

  private String weightName() {
    Optional<Integer> weight = columns.weight();
    return weight.isPresent() ? "'" + table.header().get(weight.get()) + "'" : "1 each";
  }
}
