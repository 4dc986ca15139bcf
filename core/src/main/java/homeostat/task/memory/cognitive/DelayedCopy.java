package homeostat.task.memory.cognitive;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * Say again, in order, what was shown before the delay: the copying task of Hochreiter and
 * Schmidhuber (Neural Computation 9, 1997) with symbols as directions on a ring. Classes: 1 and up,
 * the symbols. Periods: fixation 300, each symbol 300, delay, each answer 300 ms.
 *
 * @param count number of trials
 * @param length symbols of a trial
 * @param symbols how many there are, which is the number of units of the ring
 * @param delay ms
 * @param clock time step and noise
 */
public record DelayedCopy(int count, int length, int symbols, double delay, Clock clock)
    implements MemoryTask {
  private static final double PERIOD = 300;

  /** Checks the numbers. */
  public DelayedCopy {
    if (length < 1) {
      throw new IllegalArgumentException("pattern_length is " + length + "; it must be above 0");
    }
  }

  @Override
  public int channels() {
    return 1 + symbols;
  }

  @Override
  public int outputs() {
    return 1 + symbols;
  }

  @Override
  public Trials draw(Stream stream) {
    Draws draws = stream.at(0).draws();
    Ring ring = new Ring(symbols);
    List<Script> scripts = new ArrayList<>();
    for (int trial = 0; trial < count; trial++) {
      Script script = new Script(clock, channels()).hold("fixation", PERIOD);
      int[] shown = new int[length];
      for (int item = 0; item < length; item++) {
        shown[item] = draws.integer(symbols);
        script
            .tell("symbol_" + (item + 1), shown[item] + 1)
            .hold("symbol", PERIOD, ring.code(shown[item], 1));
      }
      script.hold("delay", delay);
      for (int symbol : shown) {
        script.answer("answer", PERIOD, symbol + 1);
      }
      scripts.add(script);
    }
    return Script.trials(scripts, clock, channels(), stream.at(1).draws());
  }
}
