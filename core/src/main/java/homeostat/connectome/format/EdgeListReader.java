package homeostat.connectome.format;

import homeostat.array.CsvTable;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.connectome.table.NodeIndex;
import homeostat.connectome.table.RowBlock;
import homeostat.connectome.table.RowsAhead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table with one connection a row. Nodes are 64-bit ids (then in ascending order), names
 * (then in order of appearance), or row numbers.
 */
final class EdgeListReader {
  /** A whole number that a program wrote as one with a point or an exponent. */
  private static final Pattern FLOATING =
      Pattern.compile("[+-]?\\d+(\\.\\d*([eE][+-]?\\d+)?|[eE][+-]?\\d+)");

  private final Path file;
  private final Wire wire;
  private final EdgeColumns columns;
  private final List<String> names;
  private final boolean headed;
  private final Dropped.Place here;
  private final CsvTable table;

  private EdgeListReader(
      Path file, List<String> first, CsvTable table, ReadOptions options, Dropped dropped) {
    this.file = file;
    this.table = table;
    this.headed = EdgeColumns.areNamedBy(first);
    this.columns = headed ? EdgeColumns.of(file, first) : EdgeColumns.inOrder(file, first.size());
    this.names =
        headed
            ? first
            : IntStream.rangeClosed(1, first.size()).mapToObj(i -> "column " + i).toList();
    this.wire = new Wire(file, options, dropped);
    this.here = () -> "line " + table.line();
  }

  /**
   * Reads a list.
   *
   * @param first the fields of the first line; if they are no column names, a connection
   */
  static ReadWiring read(Path file, List<String> first, ReadOptions options, Dropped dropped) {
    try (CsvTable table = open(file, first)) {
      ReadWiring plain = new EdgeListReader(file, first, table, options, dropped).plain();
      if (plain != null) {
        return plain;
      }
      dropped.again();
      EdgeListReader reader = new EdgeListReader(file, first, table, options, dropped);
      if (reader.columns.indexed()) {
        return reader.indices();
      }
      ReadWiring byId = reader.ids();
      if (byId != null) {
        return byId;
      }
    }
    dropped.again();
    try (CsvTable table = open(file, first)) {
      return new EdgeListReader(file, first, table, options, dropped).names();
    }
  }

  private static CsvTable open(Path file, List<String> first) {
    return EdgeColumns.areNamedBy(first) ? CsvTable.open(file) : CsvTable.openWithoutHeader(file);
  }

  /** Null if there is anything but whole numbers, weights and a few types and signs. */
  private @Nullable ReadWiring plain() {
    if (columns.indexed()) {
      return null;
    }
    NodeIndex nodes = new NodeIndex();
    try (RowsAhead rows = new RowsAhead(file, columns.plain(names.size(), headed))) {
      for (Optional<RowBlock> next = rows.next(); next.isPresent(); next = rows.next()) {
        RowBlock block = next.get();
        block.number(nodes);
        for (int k = 0; k < block.size(); k++) {
          if (!add(block, k, rows.firstTexts(), rows.secondTexts())) {
            return null;
          }
        }
      }
      return rows.gaveUp() ? null : identified(nodes);
    }
  }

  /** False where something is wrong with the sign: the reader of all tables says what. */
  private boolean add(RowBlock block, int row, List<String> types, List<String> signs) {
    OptionalInt sign = OptionalInt.empty();
    if (block.secondText(row) >= 0) {
      sign = sign(signs.get(block.secondText(row)));
      if (sign.isEmpty()) {
        return false;
      }
    }
    if (block.firstText(row) >= 0) {
      String type = types.get(block.firstText(row));
      if (!wire.keeps(type, block.place(row))) {
        return true;
      }
      sign = sign.isPresent() ? sign : sign(type);
    }
    double weight = block.weight(row);
    if (sign.isPresent() && weight < 0) {
      return false;
    }
    wire.add(block.sender(row), block.receiver(row), weight * sign.orElse(1), block.place(row));
    return true;
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
    if (value < 0 || value >= Nodes.MOST) {
      throw table.fault(
          column,
          "row number " + value + " is outside 0 to " + (Nodes.MOST - 1) + "; is it an id?");
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
    if (FLOATING.matcher(text).matches()) {
      throw table.fault(
          column,
          "id '"
              + text
              + "' went through a floating-point number and lost digits; export ids as integers");
    }
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return start < text.length()
        && text.chars().skip(start).allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private ReadWiring names() {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> found = new ArrayList<>();
    while (table.next()) {
      add(number(columns.sender(), numbers, found), number(columns.receiver(), numbers, found));
    }
    return result(new Nodes.Named(found));
  }

  private int number(int column, Map<String, Integer> numbers, List<String> found) {
    String name = table.text(column);
    if (name.isEmpty()) {
      throw table.fault(column, "is empty; every connection needs a sender and a receiver");
    }
    Integer known = numbers.putIfAbsent(name, found.size());
    if (known == null) {
      found.add(name);
      return found.size() - 1;
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
                    + (headed ? "" : ", no line of names")
                    + ": '"
                    + names.get(columns.sender())
                    + "' sends to '"
                    + names.get(columns.receiver())
                    + "', weight "
                    + columns.weight().map(at -> "'" + names.get(at) + "'").orElse("1 each"),
                nodes.count());
    return wire.read(nodes, true, unread(before));
  }

  /** Records the columns that say nothing here; transmitters would have given signs elsewhere. */
  private Provenance unread(Provenance before) {
    List<String> unread = columns.unread(names);
    if (unread.isEmpty()) {
      return before;
    }
    String what = "columns not read: " + String.join(", ", unread);
    return unread.stream().anyMatch(name -> name.equalsIgnoreCase("nt_type"))
        ? before.warn(
            what + "; transmitters give signs where senders are called pre_root_id, or bodyId_pre",
            unread.size())
        : before.note(what, unread.size());
  }
}
