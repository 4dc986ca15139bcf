package homeostat.task.memory;

import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * Whole trials divided at random into those to train on, those to validate with, and those that
 * nothing is chosen by.
 *
 * @param train floor(share trials) of them, in random order
 * @param validate the rest, in random order
 * @param test floor(share trials) of them, in random order; often none
 */
public record TrialSplit(Trials train, Trials validate, Trials test) {

  /** Divides trials in two. */
  public static TrialSplit of(Trials all, double share, Stream stream) {
    return of(all, share, 0, stream);
  }

  /**
   * Divides trials in three. Which trials are trained on does not depend on how many are tested.
   *
   * @param share of the trials to train on
   * @param tested share of the trials to test with, from 0
   */
  public static TrialSplit of(Trials all, double share, double tested, Stream stream) {
    int train = trainingTrials(all.trials(), share);
    if (!(tested >= 0 && tested < 1)) {
      throw new IllegalArgumentException(
          "test_size is " + tested + "; it must be at least 0 and below 1");
    }
    int test = Math.min((int) Math.floor(tested * all.trials()), all.trials() - train);
    int[] order = stream.draws().permutation(all.trials());
    return new TrialSplit(
        all.select(Arrays.copyOf(order, train)),
        all.select(Arrays.copyOfRange(order, train, order.length - test)),
        all.select(Arrays.copyOfRange(order, order.length - test, order.length)));
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
