package homeostat.task.memory.cognitive;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * Answer after one stimulus, hold still after the other. Channels: fixation, no-go, go. Classes: 0
 * hold, 1 go. Periods: stimulus 500, delay, decision 500 ms.
 *
 * @param count number of trials
 * @param delay ms
 * @param clock time step and noise
 */
public record GoNoGo(int count, double delay, Clock clock) implements MemoryTask {
  @Override
  public int channels() {
    return 3;
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public Trials draw(Stream stream) {
    Draws draws = stream.at(0).draws();
    List<Script> scripts = new ArrayList<>();
    for (int trial = 0; trial < count; trial++) {
      int go = draws.integer(2);
      scripts.add(
          new Script(clock, channels())
              .tell("go", go)
              .hold("stimulus", 500, 1 - go, go)
              .hold("delay", delay)
              .answer("decision", 500, go));
    }
    return Script.trials(scripts, clock, channels(), stream.at(1).draws());
  }
}
