package homeostat.kinds.memory.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The Cartesian product of some lists of values; the last key varies fastest. The number of a
 * combination is its position.
 *
 * @param keys in the order of the file
 * @param combinations [combination][key]
 */
public record Grid(List<String> keys, List<List<JsonNode>> combinations) {

  /** Copies the lists. */
  public Grid {
    keys = List.copyOf(keys);
    combinations = List.copyOf(combinations);
  }

  /** The grid of a dictionary of lists. */
  public static Grid of(ObjectNode lists) {
    List<String> keys = new ArrayList<>();
    List<List<JsonNode>> combinations = List.of(List.of());
    for (var entry : lists.properties()) {
      keys.add(entry.getKey());
      List<List<JsonNode>> longer = new ArrayList<>();
      for (List<JsonNode> before : combinations) {
        for (JsonNode value : entry.getValue()) {
          List<JsonNode> with = new ArrayList<>(before);
          with.add(value);
          longer.add(List.copyOf(with));
        }
      }
      combinations = longer;
    }
    return new Grid(keys, combinations);
  }

  /** The lines of {@code folder_index.txt}: number, blank, the values as a Python tuple. */
  public List<String> index() {
    List<String> lines = new ArrayList<>();
    for (int c = 0; c < combinations.size(); c++) {
      lines.add(c + " " + PythonLiteral.tuple(combinations.get(c)));
    }
    return lines;
  }
}
