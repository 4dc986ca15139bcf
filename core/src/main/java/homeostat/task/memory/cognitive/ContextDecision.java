package homeostat.task.memory.cognitive;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * Two stimuli at once; the context says which of them to judge (Mante et al., Nature 503, 2013).
 * Channels: fixation, two of each stimulus, two of context. Classes: 1 and 2. Coherence 5, 15 or 50
 * %. Periods: fixation 300, stimuli 750, delay of 300 to 3000 ms (exponential, mean 600), decision
 * 100 ms.
 *
 * @param count number of trials
 * @param clock time step and noise
 */
public record ContextDecision(int count, Clock clock) implements MemoryTask {
  private static final double[] COHERENCES = {0.05, 0.15, 0.5};
  private static final double SHORTEST = 300;
  private static final double LONGEST = 3000;
  private static final double MEAN = 600;

  @Override
  public int channels() {
    return 7;
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
      int context = draws.integer(2);
      int[] directions = {draws.integer(2), draws.integer(2)};
      double[] stimuli = new double[6];
      double[] coherences = new double[2];
      for (int modality = 0; modality < 2; modality++) {
        double coherence = COHERENCES[draws.integer(COHERENCES.length)];
        coherences[modality] = coherence;
        double[] code = ring.code(directions[modality], coherence);
        System.arraycopy(code, 0, stimuli, 2 * modality, 2);
      }
      stimuli[4 + context] = 1;
      double[] contextOnly = new double[6];
      contextOnly[4 + context] = 1;
      scripts.add(
          new Script(clock, channels())
              .tell("context", context)
              .tell("first_direction", directions[0])
              .tell("second_direction", directions[1])
              .tell("first_coherence", coherences[0])
              .tell("second_coherence", coherences[1])
              .hold("fixation", 300, contextOnly)
              .hold("stimulus", 750, stimuli)
              .hold("delay", delay(draws), contextOnly)
              .answer("decision", 100, 1 + directions[context], contextOnly));
    }
    return Script.trials(scripts, clock, channels(), stream.at(1).draws());
  }

  private static double delay(Draws draws) {
    double share = draws.uniform() * (1 - StrictMath.exp(-(LONGEST - SHORTEST) / MEAN));
    return SHORTEST - MEAN * StrictMath.log1p(-share);
  }
}
