package homeostat.task.memory;

import java.util.Arrays;

/** Rows of trials in another order of the trials; the rows of a trial stay together. */
public final class TrialOrder {
  private TrialOrder() {}

  /**
   * The rows, by trials in the order {@code ids[permutation[0]], ids[permutation[1]], ...}, with
   * ids the different trial numbers in ascending order.
   *
   * @param trialOfRow trial number of each row
   * @param permutation of the trials
   */
  public static int[] rows(long[] trialOfRow, int[] permutation) {
    long[] ids = Arrays.stream(trialOfRow).sorted().distinct().toArray();
    if (permutation.length != ids.length) {
      throw new IllegalArgumentException(
          "an order of " + permutation.length + " trials for " + ids.length);
    }
    int[] rows = new int[trialOfRow.length];
    int at = 0;
    for (int next : permutation) {
      for (int row = 0; row < rows.length; row++) {
        if (trialOfRow[row] == ids[next]) {
          rows[at++] = row;
        }
      }
    }
    if (at != rows.length) {
      throw new IllegalArgumentException(
          Arrays.toString(permutation) + " is no permutation of " + ids.length + " trials");
    }
    return rows;
  }
}
