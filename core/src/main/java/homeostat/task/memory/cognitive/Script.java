package homeostat.task.memory.cognitive;

import homeostat.kernel.Draws;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One trial as it is written down, period after period. */
final class Script {
  private final Clock clock;
  private final int channels;
  private final List<float[]> inputs = new ArrayList<>();
  private final List<Integer> answers = new ArrayList<>();
  private final Map<String, Double> told = new TreeMap<>();

  Script(Clock clock, int channels) {
    this.clock = clock;
    this.channels = channels;
  }

  /**
   * A period with fixation on.
   *
   * @param stimulus the channels after fixation; fewer than there are leave the rest at 0
   */
  Script hold(String period, double ms, double... stimulus) {
    return add(period, ms, 1, -1, stimulus);
  }

  /** The period in which the class {@code answer} is due, fixation off. */
  Script answer(String period, double ms, int answer, double... stimulus) {
    return add(period, ms, 0, answer, stimulus);
  }

  private Script add(String period, double ms, float fixation, int answer, double... stimulus) {
    for (int step = clock.steps(period, ms); step > 0; step--) {
      float[] row = new float[channels];
      row[0] = fixation;
      for (int k = 0; k < stimulus.length; k++) {
        row[1 + k] = (float) stimulus[k];
      }
      inputs.add(row);
      answers.add(answer);
    }
    return this;
  }

  /** Something that was drawn for this trial; every trial of a task tells the same things. */
  Script tell(String name, double value) {
    told.put(name, value);
    return this;
  }

  int steps() {
    return inputs.size();
  }

  /** All trials, the shorter ones padded at their end with unscored steps without input. */
  static Trials trials(List<Script> scripts, Clock clock, int channels, Draws noise) {
    int steps = scripts.stream().mapToInt(Script::steps).max().orElse(0);
    int n = scripts.size();
    float[] x = new float[Math.multiplyExact(Math.multiplyExact(n, steps), channels)];
    float[] y = new float[n * steps];
    boolean[] scored = new boolean[n * steps];
    int[] numbers = new int[n];
    double deviation = clock.noise();
    for (int trial = 0; trial < n; trial++) {
      Script script = scripts.get(trial);
      numbers[trial] = trial;
      for (int t = 0; t < script.steps(); t++) {
        int row = trial * steps + t;
        float[] input = script.inputs.get(t);
        x[row * channels] = input[0];
        for (int c = 1; c < channels; c++) {
          double jitter = deviation == 0 ? 0 : deviation * noise.normal();
          x[row * channels + c] = (float) (input[c] + jitter);
        }
        scored[row] = script.answers.get(t) >= 0;
        y[row] = scored[row] ? script.answers.get(t) : 0;
      }
    }
    Map<String, double[]> conditions = new TreeMap<>();
    for (int trial = 0; trial < n; trial++) {
      int at = trial;
      scripts
          .get(trial)
          .told
          .forEach(
              (name, value) -> conditions.computeIfAbsent(name, _ -> new double[n])[at] = value);
    }
    return new Trials(n, steps, channels, x, y, scored, numbers, conditions);
  }
}
