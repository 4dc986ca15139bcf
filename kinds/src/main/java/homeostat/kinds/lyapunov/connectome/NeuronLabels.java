package homeostat.kinds.lyapunov.connectome;

import homeostat.array.CsvTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of one neuron a row.
 *
 * @param ids in the order of the rows
 * @param signs 1 or -1; empty where the table has no such column
 * @param transmitters by id
 * @param fibres cell body fibres by id
 */
record NeuronLabels(
    Set<String> ids,
    Map<String, Integer> signs,
    Map<String, String> transmitters,
    Map<String, String> fibres) {
  /** Names of a column of transmitters. */
  static final String[] TRANSMITTER = {
    "neurotransmitter", "transmitter", "nt_type", "top_nt", "predictedNt"
  };

  private static final String[] FIBRE = {
    "cell_body_fiber", "cellBodyFiber", "cell_body_fibre", "hemilineage"
  };

  static NeuronLabels read(Path file) {
    Set<String> ids = new LinkedHashSet<>();
    Map<String, Integer> signs = new HashMap<>();
    Map<String, String> transmitters = new HashMap<>();
    Map<String, String> fibres = new HashMap<>();
    try (CsvTable table = CsvTable.open(file)) {
      int id = table.column("id", "root_id", "bodyId", "pt_root_id", "neuron", "name");
      Optional<Integer> sign = table.find("sign");
      Optional<Integer> transmitter = table.find(TRANSMITTER);
      Optional<Integer> fibre = table.find(FIBRE);
      while (table.next()) {
        String key = EdgeTables.id(table, id);
        if (!ids.add(key)) {
          throw table.fault(id, "neuron " + key + " is there twice; remove one of its rows");
        }
        sign.ifPresent(column -> signs.put(key, sign(table, column)));
        transmitter.ifPresent(
            column -> transmitters.put(key, Transmitters.full(table.text(column))));
        fibre.ifPresent(column -> fibres.put(key, table.text(column)));
      }
    }
    return new NeuronLabels(ids, signs, transmitters, fibres);
  }

  private static int sign(CsvTable table, int column) {
    return switch (table.text(column).toLowerCase(java.util.Locale.ROOT)) {
      case "1", "+1", "+", "e", "exc", "excitatory" -> 1;
      case "-1", "0", "-", "i", "inh", "inhibitory" -> -1;
      default ->
          throw table.fault(
              column, "'" + table.text(column) + "' is no sign; write 1 or -1 (or 0, inhibitory)");
    };
  }

  boolean signed() {
    return !signs.isEmpty();
  }

  boolean excites(String id) {
    return signs.getOrDefault(id, 1) > 0;
  }

  String transmitter(String id) {
    return transmitters.getOrDefault(id, "");
  }

  String fibre(String id) {
    return fibres.getOrDefault(id, "");
  }
}
