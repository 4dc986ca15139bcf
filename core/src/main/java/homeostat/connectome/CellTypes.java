package homeostat.connectome;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cell type of each node.
 *
 * @param names [type] names, all different
 * @param index [node] number of the type of each node
 */
public record CellTypes(List<String> names, int[] index) {

  /** Checks that every index names a type. */
  public CellTypes {
    names = List.copyOf(names);
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("cell type names repeat: " + names);
    }
    for (int i = 0; i < index.length; i++) {
      if (index[i] < 0 || index[i] >= names.size()) {
        throw new IllegalArgumentException(
            "node " + i + " has cell type " + index[i] + ", but there are " + names.size());
      }
    }
  }

  /** All nodes of one type. */
  public static CellTypes single(String name, int nodes) {
    return new CellTypes(List.of(name), new int[nodes]);
  }

  /** The types that nodes are of, by name in alphabetical order. */
  public static CellTypes of(String[] typeOfNode) {
    List<String> sorted = Arrays.stream(typeOfNode).distinct().sorted().toList();
    Map<String, Integer> numbers = new HashMap<>();
    sorted.forEach(name -> numbers.put(name, numbers.size()));
    int[] index = new int[typeOfNode.length];
    Arrays.setAll(index, i -> requireNonNull(numbers.get(typeOfNode[i])));
    return new CellTypes(sorted, index);
  }

  /** Number of nodes. */
  public int nodes() {
    return index.length;
  }

  /** [type] how many nodes each type has. */
  public int[] counts() {
    int[] counts = new int[names.size()];
    for (int type : index) {
      counts[type]++;
    }
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellTypes that
        && names.equals(that.names)
        && Arrays.equals(index, that.index);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.hashCode(index);
  }

  @Override
  public String toString() {
    return "CellTypes[" + names + ", counts " + Arrays.toString(counts()) + "]";
  }
}
