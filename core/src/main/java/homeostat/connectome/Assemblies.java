package homeostat.connectome;

import java.util.Arrays;

/**
 * The assembly of each neuron.
 *
 * @param count number of assemblies
 * @param ids [neuron] 0 .. count - 1, or -1 for a neuron that belongs to none
 */
public record Assemblies(int count, int[] ids) {

  /** Checks that every id is an assembly or -1. */
  public Assemblies {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < -1 || ids[i] >= count) {
        throw new IllegalArgumentException(
            "neuron " + i + " has assembly id " + ids[i] + ", outside -1 .. " + (count - 1));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Assemblies that && count == that.count && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return 31 * count + Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return "Assemblies[" + count + " over " + ids.length + " neurons]";
  }
}
