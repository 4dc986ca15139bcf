package homeostat.task.memory;

import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * Whole trials divided at random into those to train on and those to validate with.
 *
 * @param train floor(share trials) of them, in random order
 * @param validate the rest, in random order
 */
public record TrialSplit(Trials train, Trials validate) {

  /** Divides trials. */
  public static TrialSplit of(Trials all, double share, Stream stream) {
    int train = trainingTrials(all.trials(), share);
    int[] order = stream.draws().permutation(all.trials());
    return new TrialSplit(
        all.select(Arrays.copyOf(order, train)),
        all.select(Arrays.copyOfRange(order, train, order.length)));
  }

  /** How many of some trials are trained on. */
  public static int trainingTrials(int trials, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "train_size is " + share + "; it must be above 0 and below 1");
    }
    return (int) Math.floor(share * trials);
  }
}
