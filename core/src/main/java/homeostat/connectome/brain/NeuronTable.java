package homeostat.connectome.brain;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.connectome.CellTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      while (table.next()) {
        long key = id(table, id);
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
    }
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
    return table.longAt(column);
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
