package homeostat.connectome.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers 64-bit ids in the order in which they come. */
final class NodeIndex {
  private final Map<Long, Integer> numbers = new HashMap<>();
  private long[] ids = new long[16];
  private int count;

  int number(long id) {
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

  /** The ids, ascending. */
  long[] sorted() {
    long[] sorted = Arrays.copyOf(ids, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** [number] place of each id among the sorted ones. */
  int[] places(long[] sorted) {
    int[] places = new int[count];
    Arrays.setAll(places, i -> Arrays.binarySearch(sorted, ids[i]));
    return places;
  }
}
