package homeostat.task.memory.cognitive;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of two directions does a noisy stimulus move in? Classes: 1 and 2. Coherence 0, 6.4, 12.8,
 * 25.6 or 51.2 %. Periods: fixation 100, stimulus, delay, decision 100 ms.
 *
 * @param count number of trials
 * @param stimulus ms
 * @param delay ms between stimulus and decision, 0 for none
 * @param clock time step and noise
 */
public record PerceptualDecision(int count, double stimulus, double delay, Clock clock)
    implements MemoryTask {
  private static final double[] COHERENCES = {0, 0.064, 0.128, 0.256, 0.512};

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public Trials draw(Stream stream) {
    Draws draws = stream.at(0).draws();
    Ring ring = new Ring(2);
    List<Script> scripts = new ArrayList<>();
    for (int trial = 0; trial < count; trial++) {
      int direction = draws.integer(2);
      double coherence = COHERENCES[draws.integer(COHERENCES.length)];
      scripts.add(
          new Script(clock, channels())
              .tell("direction", direction)
              .tell("coherence", coherence)
              .hold("fixation", 100)
              .hold("stimulus", stimulus, ring.code(direction, coherence))
              .hold("delay", delay)
              .answer("decision", 100, 1 + direction));
    }
    return Script.trials(scripts, clock, channels(), stream.at(1).draws());
  }
}
