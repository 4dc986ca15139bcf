package homeostat.spiking.input;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An input process whose rates step at given times: between two steps it is the process made with
 * {@code feedforward.activity.<type>.firing_rate} times the factor in force. A step may lie inside
 * a chunk. Up to the first one the spikes are those of the process without a schedule.
 */
public final class ScheduledInput implements InputProcess {
  private final List<Segment> segments;
  private final int steps;

  /**
   * A stretch of constant rates.
   *
   * @param from first step of the run that belongs to it
   */
  private record Segment(long from, InputProcess process) {}

  private ScheduledInput(List<Segment> segments, int steps) {
    this.segments = segments;
    this.steps = steps;
  }

  /**
   * Makes it; the process itself where no schedule has a step.
   *
   * @param byType schedule of each input type; one that is missing is constant
   * @param make makes the process from settings
   */
  public static InputProcess of(
      InputSettings settings,
      Map<String, RateSchedule> byType,
      Function<InputSettings, InputProcess> make) {
    TreeSet<Double> times = new TreeSet<>();
    for (RateSchedule schedule : byType.values()) {
      for (double time : schedule.at()) {
        times.add(time);
      }
    }
    if (times.isEmpty()) {
      return make.apply(settings);
    }
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment(0, make.apply(at(settings, byType, 0))));
    for (double time : times) {
      InputSettings then = at(settings, byType, time);
      long seed = Stream.of(settings.seed(), "rate-schedule").at(segments.size()).bits(0);
      segments.add(new Segment(Math.round(time / settings.dt()), make.apply(then.withSeed(seed))));
    }
    return new ScheduledInput(List.copyOf(segments), settings.steps());
  }

  /** The settings with the rates that are in force at a time in ms. */
  public static InputSettings at(
      InputSettings settings, Map<String, RateSchedule> byType, double time) {
    Map<String, Double> numbers = new TreeMap<>(settings.numbers());
    byType.forEach((type, schedule) ->
        numbers.computeIfPresent(
            "feedforward.activity." + type + ".firing_rate",
            (_, rate) -> rate * schedule.factor(time)));
    return settings.withNumbers(numbers);
  }

  @Override
  public String name() {
    return segments.getFirst().process().name();
  }

  @Override
  public Arrays start() {
    return segments.getFirst().process().start();
  }

  @Override
  public Drawn draw(long chunk, Arrays carried, Parallel parallel) {
    long first = chunk * steps;
    int current = 0;
    while (current + 1 < segments.size() && segments.get(current + 1).from() <= first) {
      current++;
    }
    Drawn drawn = segments.get(current).process().draw(chunk, carried, parallel);
    for (int next = current + 1; next < segments.size(); next++) {
      long from = segments.get(next).from();
      if (from >= first + steps) {
        break;
      }
      Drawn later = segments.get(next).process().draw(chunk, carried, parallel);
      take((int) (from - first), later.input(), drawn.input());
      drawn = new Drawn(drawn.input(), later.carried());
    }
    return drawn;
  }

  /** Replaces all that comes from a step of the chunk on. */
  private static void take(int step, ChunkInput from, ChunkInput into) {
    for (int block = 0; block < into.lanes().length; block++) {
      int at = step * into.inputs();
      int length = into.lanes()[block].length - at;
      System.arraycopy(from.lanes()[block], at, into.lanes()[block], at, length);
    }
    if (from.constant().length > 0) {
      System.arraycopy(from.constant(), step, into.constant(), step, from.constant().length - step);
    }
  }
}
