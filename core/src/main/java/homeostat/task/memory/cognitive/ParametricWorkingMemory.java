package homeostat.task.memory.cognitive;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of two vibrations had the higher frequency (Romo et al., Nature 399, 1999)? Classes: 1 the
 * first, 2 the second. Frequencies of 10 to 34 Hz, 8 Hz apart, on one channel as 0.4 + 0.8 (f - 10)
 * / 24. Periods: fixation 500, first 500, delay, second 500, decision 100 ms.
 *
 * @param count number of trials
 * @param delay ms
 * @param clock time step and noise
 */
public record ParametricWorkingMemory(int count, double delay, Clock clock) implements MemoryTask {
  private static final double[] HIGHER = {18, 22, 26, 30, 34};
  private static final double APART = 8;

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
    Draws draws = stream.at(0).draws();
    List<Script> scripts = new ArrayList<>();
    for (int trial = 0; trial < count; trial++) {
      boolean firstHigher = draws.bernoulli(0.5);
      double higher = HIGHER[draws.integer(HIGHER.length)];
      double first = firstHigher ? higher : higher - APART;
      double second = firstHigher ? higher - APART : higher;
      scripts.add(
          new Script(clock, channels())
              .tell("first_hz", first)
              .tell("second_hz", second)
              .hold("fixation", 500)
              .hold("first", 500, scaled(first))
              .hold("delay", delay)
              .hold("second", 500, scaled(second))
              .answer("decision", 100, firstHigher ? 1 : 2));
    }
    return Script.trials(scripts, clock, channels(), stream.at(1).draws());
  }

  private static double scaled(double frequency) {
    return 0.4 + 0.8 * (frequency - 10) / 24;
  }
}
