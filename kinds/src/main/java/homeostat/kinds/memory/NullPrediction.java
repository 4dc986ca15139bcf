package homeostat.kinds.memory;

import homeostat.kernel.Draws;

/** What a network must beat: the loss of answers that know nothing of the trial. */
final class NullPrediction {
  private NullPrediction() {}

  /**
   * Mean squared error of always answering with the mean of the values shown, those of the last
   * channel that are not 0.
   *
   * @param inputs rows of {@code channels}
   * @param targets of the scored steps
   */
  static double ofValues(float[] inputs, int channels, float[] targets) {
    double sum = 0;
    int shown = 0;
    for (int at = channels - 1; at < inputs.length; at += channels) {
      sum += inputs[at];
      shown += inputs[at] != 0 ? 1 : 0;
    }
    double mean = shown == 0 ? 0 : sum / shown;
    double squares = 0;
    for (float target : targets) {
      squares += (mean - target) * (mean - target);
    }
    return squares / targets.length;
  }

  /**
   * Mean negative log-likelihood where the classes of each answer have changed places, the same
   * ones in every row.
   *
   * @param answers rows of scores, one a class
   * @param targets class of each row
   */
  static double ofClasses(float[] answers, float[] targets, Draws draws) {
    int classes = answers.length / targets.length;
    int[] order = draws.permutation(classes);
    double loss = 0;
    for (int row = 0; row < targets.length; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        largest = Math.max(largest, answers[row * classes + k]);
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += StrictMath.exp(answers[row * classes + k] - largest);
      }
      double taken = answers[row * classes + order[(int) targets[row]]];
      loss += largest + StrictMath.log(sum) - taken;
    }
    return loss / targets.length;
  }
}
