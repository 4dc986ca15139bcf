package homeostat.lyapunov;

import java.util.ArrayList;
import java.util.List;

/**
 * When frames are orthonormalised, and which intervals are averaged.
 *
 * @param transientSteps steps of the state alone before the first tangent step
 * @param lengths tangent steps of each interval
 * @param counted whether the growth of an interval is averaged
 * @param time what the sum of the averaged logarithms is divided by
 */
public record Schedule(long transientSteps, int[] lengths, boolean[] counted, double time) {
  public Schedule {
    if (lengths.length == 0 || lengths.length != counted.length || !(time > 0)) {
      throw new IllegalArgumentException(
          lengths.length + " intervals, " + counted.length + " flags, time " + time);
    }
  }

  /**
   * The average begins after both transients, with a frame orthonormalised there, and is divided by
   * the time averaged over.
   *
   * @param transientSteps steps of the state alone
   * @param frameSteps tangent steps before the average
   * @param steps tangent steps of the average
   * @param interval tangent steps from one orthonormalisation to the next
   * @param duration time that a step takes
   */
  public static Schedule of(
      long transientSteps, int frameSteps, int steps, int interval, double duration) {
    List<Integer> lengths = new ArrayList<>();
    int frames = cut(frameSteps, interval, lengths);
    int all = frames + cut(steps, interval, lengths);
    boolean[] counted = new boolean[all];
    java.util.Arrays.fill(counted, frames, all, true);
    return new Schedule(transientSteps, ints(lengths), counted, steps * duration);
  }

  private static int cut(int steps, int interval, List<Integer> lengths) {
    int count = 0;
    for (int left = steps; left > 0; left -= interval) {
      lengths.add(Math.min(left, interval));
      count++;
    }
    return count;
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The published program's: transients of 1 % each that count as time, intervals at multiples of
   * the interval since the very start, each Jacobian taken after the step, so that the first is at
   * the state after the transient and one more step.
   *
   * @param simulated simulated time, tSim
   * @param between time between orthonormalisations, tONS
   * @param dt length of a step
   */
  public static Schedule published(double simulated, double between, double dt) {
    PublishedSteps steps = PublishedSteps.of(simulated, dt);
    int interval = (int) Math.ceil(between / dt);
    List<Integer> lengths = new ArrayList<>();
    List<Boolean> counts = new ArrayList<>();
    int last = steps.transientSteps();
    for (int s = steps.transientSteps() + 1; s < steps.states(); s++) {
      if (s % interval == 0 || s == steps.states() - 1) {
        lengths.add(s - last);
        counts.add(s > 2 * steps.transientSteps());
        last = s;
      }
    }
    boolean[] counted = new boolean[counts.size()];
    for (int r = 0; r < counted.length; r++) {
      counted[r] = counts.get(r);
    }
    return new Schedule(
        steps.transientSteps() + 1L, ints(lengths), counted, (steps.states() - 1) * dt);
  }

  /** Number of tangent steps. */
  public int tangentSteps() {
    int sum = 0;
    for (int length : lengths) {
      sum += length;
    }
    return sum;
  }
}
