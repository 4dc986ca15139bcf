package homeostat.task.memory.cognitive;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of two directions does a noisy stimulus move in? Classes: 1 and 2. Coherence 0, 6.4, 12.8,
 * 25.6 or 51.2 %.
 *
 * @param count number of trials
 * @param form whether the answer has to wait
 * @param clock time step and noise
 */
public record PerceptualDecision(int count, Form form, Clock clock) implements MemoryTask {
  /** When the answer is due. */
  public enum Form {
    /** At once. Periods: fixation 100, stimulus 2000, decision 100 ms. */
    IMMEDIATE,
    /**
     * After a silence of 300, 500, 700, 900, 1200, 2000, 3200 or 4000 ms, drawn for each trial.
     * Periods: stimulus 1150, delay, decision 1500 ms.
     */
    DELAYED
  }

  private static final double[] DELAYS = {300, 500, 700, 900, 1200, 2000, 3200, 4000};
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
      Script script =
          new Script(clock, channels()).tell("direction", direction).tell("coherence", coherence);
      double[] stimulus = ring.code(direction, coherence);
      switch (form) {
        case IMMEDIATE ->
            script
                .hold("fixation", 100)
                .hold("stimulus", 2000, stimulus)
                .answer("decision", 100, 1 + direction);
        case DELAYED -> {
          double delay = DELAYS[draws.integer(DELAYS.length)];
          script
              .tell("delay", delay)
              .hold("stimulus", 1150, stimulus)
              .hold("delay", delay)
              .answer("decision", 1500, 1 + direction);
        }
      }
      scripts.add(script);
    }
    return Script.trials(scripts, clock, channels(), stream.at(1).draws());
  }
}
