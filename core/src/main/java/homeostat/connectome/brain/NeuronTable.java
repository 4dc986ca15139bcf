package homeostat.connectome.brain;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Provenance;
import homeostat.connectome.table.NodeIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables of one neuron a row, joined by id. */
final class NeuronTable {
  /** Columns that are kept, under the name that users select by. */
  private static final Map<String, String> KEPT = new LinkedHashMap<>();

  static {
    KEPT.put("primary_type", Annotations.TYPE);
    KEPT.put("type", Annotations.TYPE);
    KEPT.put("cell_type", Annotations.TYPE);
    for (String same :
        List.of(
            "instance",
            "flow",
            "super_class",
            "class",
            "sub_class",
            "hemilineage",
            "side",
            "nerve",
            "group",
            "nt_type")) {
      KEPT.put(same, same);
    }
  }

  private static final List<String> IDS = List.of("root_id", "bodyId", "pt_root_id", "id");

  private final List<Long> order = new ArrayList<>();
  private final Map<Long, Integer> rowOf = new HashMap<>();
  private final Map<String, Map<Long, String>> columns = new LinkedHashMap<>();
  private final List<Further> further = new ArrayList<>();

  /**
   * A table that annotates neurons of others.
   *
   * @param ids that it has, each once
   * @param repeated rows of an id that an earlier row has
   */
  private record Further(Path file, Set<Long> ids, int repeated) {}

  /** Reads a table; ids that no earlier one had are new neurons only if {@code neurons}. */
  void read(Path file, boolean neurons) {
    try (CsvTable table = CsvTable.open(file)) {
      int id = idColumn(table, file);
      Map<Integer, Map<Long, String>> kept = new LinkedHashMap<>();
      KEPT.forEach((from, to) -> {
        if (table.has(from)) {
          kept.put(table.column(from), columns.computeIfAbsent(to, t -> new HashMap<>()));
        }
      });
      Set<Long> seen = new HashSet<>();
      int repeated = 0;
      while (table.next()) {
        long key = id(table, id);
        repeated += seen.add(key) ? 0 : 1;
        if (neurons && rowOf.putIfAbsent(key, order.size()) != null) {
          throw table.fault(id, "neuron " + key + " is there twice; remove one of its rows");
        }
        if (neurons) {
          order.add(key);
        }
        kept.forEach((column, values) -> {
          if (!table.isEmpty(column)) {
            values.putIfAbsent(key, table.text(column));
          }
        });
      }
      if (!neurons) {
        further.add(new Further(file, seen, repeated));
      }
    }
  }

  /** Records which rows of further tables say something of no neuron, or say it again. */
  Provenance matched(NodeIndex brain, Provenance before) {
    Provenance provenance = before;
    for (Further table : further) {
      String name = String.valueOf(table.file().getFileName());
      long strangers = table.ids().stream().filter(id -> !brain.has(id)).count();
      if (strangers > 0 && strangers == table.ids().size()) {
        provenance =
            provenance.warn(
                name + ": none of its neurons is in this brain; is it of another release?",
                strangers);
      } else if (strangers > 0) {
        provenance = provenance.note(name + ": neurons that this brain lacks", strangers);
      }
      if (table.repeated() > 0) {
        provenance =
            provenance.note(
                name + ": further rows of a neuron, whose first value counts", table.repeated());
      }
    }
    return provenance;
  }

  /** A column by one of the usual names, or else the first, where that has no name. */
  private static int idColumn(CsvTable table, Path file) {
    Optional<Integer> named = table.find(IDS.toArray(String[]::new));
    if (named.isPresent()) {
      return named.get();
    }
    if (table.header().getFirst().isEmpty()) {
      return 0;
    }
    throw new FormatException(
        file,
        "line 1",
        "no column of ids among " + table.header() + "; it is called one of " + IDS);
  }

  static long id(CsvTable table, int column) {
    String text = table.text(column);
    if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      throw table.fault(
          column,
          "id '"
              + text
              + "' went through a floating-point number and lost digits; export ids as integers");
    }
    long id = table.longAt(column);
    if (id < 0) {
      throw table.fault(column, "id " + id + " is negative; no neuron has such an id");
    }
    return id;
  }

  /** The ids in the order of their rows. */
  long[] ids() {
    return order.stream().mapToLong(Long::longValue).toArray();
  }

  /** The transmitter of a neuron in lower case; empty if it is not known. */
  String transmitter(long id) {
    String text = columns.getOrDefault("nt_type", Map.of()).getOrDefault(id, "");
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  /** What is known of these neurons. */
  Annotations annotations(long[] ids) {
    Map<String, CellTypes> known = new LinkedHashMap<>();
    columns.forEach((name, values) -> {
      String[] texts = new String[ids.length];
      Arrays.setAll(texts, i -> values.getOrDefault(ids[i], Annotations.UNKNOWN));
      known.put(name, CellTypes.of(texts));
    });
    return new Annotations(known);
  }
}
