package homeostat.task.memory;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * {@code nback_mem}: is the last number the one n back? L numbers, uniform on [0, 1), on channel 1,
 * the last with the cue on channel 0; one step later the class is due: 2 for a match, 1 for none. T
 * = L + 1. Matching trials come first, then as many others.
 *
 * @param length L
 * @param back n, from 1 to L - 1
 * @param each number of matching trials, and of others
 */
public record NBack(int length, int back, int each) implements MemoryTask {
  /** The class of a trial without a match. */
  public static final int DIFFERENT = 1;

  /** The class of a matching trial. */
  public static final int MATCH = 2;

  /** Checks the settings. */
  public NBack {
    Settings.back(back, length);
    Settings.atLeastOne("nr_of_trials", each);
  }

  @Override
  public int channels() {
    return 2;
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public Trials draw(Stream stream) {
    return half(stream.at(0), true).then(half(stream.at(1), false));
  }

  private Trials half(Stream stream, boolean match) {
    Draws draws = stream.draws();
    double[] values = new double[each * length];
    double[] targets = new double[each];
    for (int trial = 0; trial < each; trial++) {
      for (int k = 0; k < length; k++) {
        values[trial * length + k] = draws.uniform();
      }
      targets[trial] = draws.uniform();
    }
    double[] same = new double[each];
    Arrays.fill(same, match ? 1 : 0);
    return of(values, targets, match).told("match", same);
  }

  /**
   * The trials of given numbers.
   *
   * @param values [trial][L]
   * @param targets [trial] what takes the last place and, in matching trials, the one n before it
   */
  public Trials of(double[] values, double[] targets, boolean match) {
    Trials trials = Trials.blank(targets.length, length + 1, channels());
    for (int trial = 0; trial < targets.length; trial++) {
      for (int k = 0; k < length; k++) {
        boolean target = k == length - 1 || (match && k == length - 1 - back);
        double value = target ? targets[trial] : values[trial * length + k];
        trials.input(trial, k, 1, (float) value);
      }
      trials.input(trial, length - 1, 0, 1);
      trials.target(trial, length, match ? MATCH : DIFFERENT);
    }
    return trials;
  }
}
