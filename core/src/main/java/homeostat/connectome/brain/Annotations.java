package homeostat.connectome.brain;

import homeostat.connectome.CellTypes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What is known of each neuron: columns such as {@code type}, {@code class}, {@code neuropil}, each
 * with one name a neuron.
 *
 * @param columns by name, in order
 */
public record Annotations(Map<String, CellTypes> columns) {
  /** The column of cell types. */
  public static final String TYPE = "type";

  /** The column of names, of neurons that have names instead of ids. */
  public static final String NAME = "name";

  /** What stands where nothing is known. */
  public static final String UNKNOWN = "unknown";

  /** Copies the map, in its order. */
  public Annotations {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** Nothing is known. */
  public static Annotations none() {
    return new Annotations(Map.of());
  }

  /** The cell types; without any, all neurons are of unknown type. */
  public CellTypes types(int neurons) {
    return columns.getOrDefault(TYPE, CellTypes.single(UNKNOWN, neurons));
  }

  /** What a column says of a neuron. */
  public String of(String column, int neuron) {
    CellTypes known = columns.get(column);
    if (known == null) {
      throw new NoSuchElementException("no column " + column + " among " + names());
    }
    return known.names().get(known.index()[neuron]);
  }

  /** The names of the columns, in order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** With a column more, behind the others. */
  public Annotations with(String name, CellTypes column) {
    Map<String, CellTypes> more = new LinkedHashMap<>(columns);
    more.put(name, column);
    return new Annotations(more);
  }
}
