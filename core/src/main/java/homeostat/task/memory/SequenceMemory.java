package homeostat.task.memory;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * {@code seq_mem}: repeat a sequence of numbers. L values, uniform on [low, high), on channel 1;
 * then the cue on channel 0; then, without input, the values are due in the same order. T = 2 L +
 * 1.
 *
 * @param patternLength L
 * @param count number of trials
 * @param low lower bound of the values
 * @param high upper bound of the values
 */
public record SequenceMemory(int patternLength, int count, double low, double high)
    implements MemoryTask {

  /** Checks the settings. */
  public SequenceMemory {
    Settings.atLeastOne("pattern_length", patternLength);
    Settings.atLeastOne("nr_of_trials", count);
    if (!(low < high)) {
      throw new IllegalArgumentException("low " + low + " must be below high " + high);
    }
  }

  @Override
  public int channels() {
    return 2;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public Trials draw(Stream stream) {
    Draws draws = stream.draws();
    double[] values = new double[count * patternLength];
    for (int k = 0; k < values.length; k++) {
      values[k] = low + (high - low) * draws.uniform();
    }
    return of(values);
  }

  /**
   * The trials of given values.
   *
   * @param values [trial][L]
   */
  public Trials of(double[] values) {
    Trials trials = Trials.blank(values.length / patternLength, 2 * patternLength + 1, channels());
    for (int trial = 0; trial < trials.trials(); trial++) {
      for (int k = 0; k < patternLength; k++) {
        float value = (float) values[trial * patternLength + k];
        trials.input(trial, k, 1, value);
        trials.target(trial, patternLength + 1 + k, value);
      }
      trials.input(trial, patternLength, 0, 1);
    }
    return trials;
  }
}
