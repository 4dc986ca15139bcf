package homeostat.task.memory;

import java.util.stream.IntStream;

/** What of a batch of trials counts: the steps with a target, which is never 0. */
public final class Scoring {
  private Scoring() {}

  /** Indices of the targets that count, ascending. */
  public static int[] kept(float[] targets) {
    return IntStream.range(0, targets.length).filter(i -> targets[i] != 0f).toArray();
  }

  /**
   * Share of rows whose largest output is their label's, in %. Of equal ones the first counts.
   *
   * @param outputs [row][class]
   * @param labels class of each row
   */
  public static double accuracyPercent(float[] outputs, float[] labels) {
    int classes = outputs.length / labels.length;
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      int best = 0;
      for (int k = 1; k < classes; k++) {
        if (outputs[row * classes + k] > outputs[row * classes + best]) {
          best = k;
        }
      }
      right += best == (int) labels[row] ? 1 : 0;
    }
    return 100.0 * right / labels.length;
  }

  /**
   * Mean squared error of always answering with the mean of what was shown: what a network must
   * beat.
   *
   * @param inputs [row][channel], values in the last channel, 0 where none is shown
   * @param targets one a row
   */
  public static double nullLoss(float[] inputs, float[] targets) {
    int channels = inputs.length / targets.length;
    double sum = 0;
    int shown = 0;
    for (int i = channels - 1; i < inputs.length; i += channels) {
      sum += inputs[i];
      shown += inputs[i] != 0f ? 1 : 0;
    }
    double mean = sum / shown;
    int[] kept = kept(targets);
    double squares = 0;
    for (int i : kept) {
      squares += (mean - targets[i]) * (mean - targets[i]);
    }
    return squares / kept.length;
  }
}
