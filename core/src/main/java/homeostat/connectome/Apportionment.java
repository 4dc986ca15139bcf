package homeostat.connectome;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole numbers from quotas: the method of largest remainders (Hamilton). */
final class Apportionment {
  /** A quota this close below a whole number is that number: 0.29 * 100 is meant to be 29. */
  private static final double SLACK = 1e-9;

  private Apportionment() {}

  /** [i] the whole part of each quota. */
  static int[] floors(double[] quotas) {
    int[] floors = new int[quotas.length];
    for (int i = 0; i < quotas.length; i++) {
      floors[i] = (int) Math.floor(quotas[i] + SLACK);
    }
    return floors;
  }

  /**
   * [i] whole numbers that sum to {@code total}: the whole parts, and one more for the largest
   * remainders (ties: the lower index).
   *
   * @param quotas not negative; their sum is {@code total} but for rounding
   */
  static int[] of(int total, double[] quotas) {
    int[] counts = floors(quotas);
    int rest = total - IntStream.of(counts).sum();
    int[] order =
        IntStream.range(0, quotas.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.rint((counts[i] - quotas[i]) * 1e9)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k = 0; k < rest; k++) {
      counts[order[k % order.length]]++;
    }
    return counts;
  }
}
