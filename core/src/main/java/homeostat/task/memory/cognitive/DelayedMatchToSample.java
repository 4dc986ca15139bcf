package homeostat.task.memory.cognitive;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * Is the test the same as the sample before the delay? Classes: 1 match, 2 none. Periods: fixation
 * 300, sample 500, delay, test 500, decision 900 ms.
 *
 * @param count number of trials
 * @param directions units of the ring, which are the possible stimuli
 * @param delay ms
 * @param clock time step and noise
 */
public record DelayedMatchToSample(int count, int directions, double delay, Clock clock)
    implements MemoryTask {
  @Override
  public int channels() {
    return 1 + directions;
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public Trials draw(Stream stream) {
    Draws draws = stream.at(0).draws();
    Ring ring = new Ring(directions);
    List<Script> scripts = new ArrayList<>();
    for (int trial = 0; trial < count; trial++) {
      boolean match = draws.bernoulli(0.5);
      int sample = draws.integer(directions);
      int other = (sample + 1 + draws.integer(directions - 1)) % directions;
      scripts.add(
          new Script(clock, channels())
              .tell("match", match ? 1 : 0)
              .tell("sample", sample)
              .tell("test", match ? sample : other)
              .hold("fixation", 300)
              .hold("sample", 500, ring.code(sample, 1))
              .hold("delay", delay)
              .hold("test", 500, ring.code(match ? sample : other, 1))
              .answer("decision", 900, match ? 1 : 2));
    }
    return Script.trials(scripts, clock, channels(), stream.at(1).draws());
  }
}
