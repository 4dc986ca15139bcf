package homeostat.task.memory;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trials of equal length.
 *
 * @param trials number of trials B
 * @param steps length T of a trial
 * @param channels number of input channels I; channel 0 is the cue
 * @param inputs x [trial][time][channel]
 * @param targets y [trial][time]: a value to produce, or the number of a class
 * @param scored [trial][time] whether the step counts for loss and accuracy
 * @param numbers [trial] what the trial is called; stays with it when trials are shuffled
 * @param conditions [trial] what was drawn for each trial (match, coherence, ...), by name, for
 *     analysis; a network never sees it
 */
public record Trials(
    int trials,
    int steps,
    int channels,
    float[] inputs,
    float[] targets,
    boolean[] scored,
    int[] numbers,
    Map<String, double[]> conditions) {

  /** Checks the lengths. */
  public Trials {
    int rows = Math.multiplyExact(trials, steps);
    if (inputs.length != Math.multiplyExact(rows, channels)
        || targets.length != rows
        || scored.length != rows
        || numbers.length != trials) {
      throw new IllegalArgumentException(
          "the arrays do not hold " + trials + " trials of " + steps + " steps");
    }
    for (Map.Entry<String, double[]> one : conditions.entrySet()) {
      if (one.getValue().length != trials) {
        throw new IllegalArgumentException(
            one.getKey() + " is told for " + one.getValue().length + " of " + trials + " trials");
      }
    }
    conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
  }

  /** Trials of which nothing more is told. */
  public Trials(
      int trials,
      int steps,
      int channels,
      float[] inputs,
      float[] targets,
      boolean[] scored,
      int[] numbers) {
    this(trials, steps, channels, inputs, targets, scored, numbers, Map.of());
  }

  /** The same trials, with one condition more. */
  public Trials told(String name, double[] values) {
    Map<String, double[]> more = new TreeMap<>(conditions);
    more.put(name, values);
    return new Trials(trials, steps, channels, inputs, targets, scored, numbers, more);
  }

  /** Empty trials to fill, numbered from 0. */
  static Trials blank(int trials, int steps, int channels) {
    int[] numbers = new int[trials];
    Arrays.setAll(numbers, i -> i);
    int rows = Math.multiplyExact(trials, steps);
    return new Trials(
        trials,
        steps,
        channels,
        new float[Math.multiplyExact(rows, channels)],
        new float[rows],
        new boolean[rows],
        numbers);
  }

  void input(int trial, int step, int channel, float value) {
    inputs[(trial * steps + step) * channels + channel] = value;
  }

  void target(int trial, int step, float value) {
    targets[trial * steps + step] = value;
    scored[trial * steps + step] = true;
  }

  /** Some trials, in the given order; they keep their numbers. */
  public Trials select(int... order) {
    Trials some = blank(order.length, steps, channels);
    for (int k = 0; k < order.length; k++) {
      int row = order[k] * steps;
      System.arraycopy(inputs, row * channels, some.inputs, k * steps * channels, steps * channels);
      System.arraycopy(targets, row, some.targets, k * steps, steps);
      System.arraycopy(scored, row, some.scored, k * steps, steps);
      some.numbers[k] = numbers[order[k]];
    }
    for (Map.Entry<String, double[]> one : conditions.entrySet()) {
      some =
          some.told(
              one.getKey(), Arrays.stream(order).mapToDouble(k -> one.getValue()[k]).toArray());
    }
    return some;
  }

  /** These trials and then others of the same shape, numbered on. */
  public Trials then(Trials more) {
    if (more.steps != steps || more.channels != channels) {
      throw new IllegalArgumentException("trials of different shapes do not join");
    }
    Trials all = blank(trials + more.trials, steps, channels);
    System.arraycopy(inputs, 0, all.inputs, 0, inputs.length);
    System.arraycopy(more.inputs, 0, all.inputs, inputs.length, more.inputs.length);
    System.arraycopy(targets, 0, all.targets, 0, targets.length);
    System.arraycopy(more.targets, 0, all.targets, targets.length, more.targets.length);
    System.arraycopy(scored, 0, all.scored, 0, scored.length);
    System.arraycopy(more.scored, 0, all.scored, scored.length, more.scored.length);
    for (Map.Entry<String, double[]> one : conditions.entrySet()) {
      double[] others = more.conditions.get(one.getKey());
      if (others != null) {
        double[] both = Arrays.copyOf(one.getValue(), all.trials);
        System.arraycopy(others, 0, both, trials, more.trials);
        all = all.told(one.getKey(), both);
      }
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trials that
        && trials == that.trials
        && steps == that.steps
        && channels == that.channels
        && Arrays.equals(inputs, that.inputs)
        && Arrays.equals(targets, that.targets)
        && Arrays.equals(scored, that.scored)
        && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(inputs) + Arrays.hashCode(targets);
  }

  @Override
  public String toString() {
    return "Trials[" + trials + " x " + steps + " steps x " + channels + " channels]";
  }
}
