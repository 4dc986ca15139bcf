package homeostat.kinds.spiking.network;

import homeostat.connectome.NetworkStructure;
import homeostat.kinds.spiking.config.network.ActivitySection;
import homeostat.kinds.spiking.config.network.FeedforwardSection;
import homeostat.kinds.spiking.config.network.ScheduleSection;
import homeostat.lab.UserError;
import homeostat.lab.config.Problems;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;
import homeostat.spiking.input.RateSchedule;
import homeostat.spiking.input.ScheduledInput;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From the section of the inputs to the process that makes their spikes.
 *
 * @param feedforward the section
 * @param dt time step, ms
 * @param numbers numeric settings by dotted key
 * @param wiring the network that the inputs reach; empty while settings are being checked
 */
public record InputRecipe(
    FeedforwardSection feedforward,
    double dt,
    Map<String, Double> numbers,
    Optional<NetworkStructure> wiring) {

  /** Inputs of a network. */
  public InputRecipe on(NetworkStructure structure) {
    return new InputRecipe(feedforward, dt, numbers, Optional.of(structure));
  }

  /**
   * The process with its schedule.
   *
   * @param steps steps of a chunk
   * @param inputTypes [input] input type
   */
  public InputProcess scheduled(long seed, int batch, int steps, int[] inputTypes) {
    return ScheduledInput.of(
        settings(seed, batch, steps, inputTypes), schedules(feedforward), this::make);
  }

  /** The process with the rates that are in force at a time in ms, for ever. */
  public InputProcess frozen(long seed, int batch, int steps, int[] inputTypes, double time) {
    return make(
        ScheduledInput.at(settings(seed, batch, steps, inputTypes), schedules(feedforward), time));
  }

  private InputProcess make(InputSettings settings) {
    try {
      return Extensions.installed().input(feedforward.inputProcess(), settings);
    } catch (IllegalArgumentException e) {
      if (wiring.isEmpty()) {
        throw e; // settings are being checked: their key is known there
      }
      throw new UserError("feedforward.process: " + e.getMessage());
    }
  }

  private InputSettings settings(long seed, int batch, int steps, int[] inputTypes) {
    return new InputSettings(
        seed, batch, steps, dt, feedforward.cellTypes().names(), inputTypes, numbers, wiring);
  }

  /** Mistakes in schedules; true if there is none. */
  public static boolean check(FeedforwardSection feedforward, Problems problems) {
    boolean sound = true;
    for (var entry : feedforward.activity().entrySet()) {
      try {
        schedule(entry.getValue());
      } catch (IllegalArgumentException e) {
        problems.add(
            "feedforward.activity." + entry.getKey() + ".schedule", String.valueOf(e.getMessage()));
        sound = false;
      }
    }
    return sound;
  }

  /** The times in ms at which some rate steps. */
  public static List<Double> steps(FeedforwardSection feedforward) {
    return schedules(feedforward).values().stream()
        .flatMap(schedule -> Arrays.stream(schedule.at()).boxed())
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, RateSchedule> schedules(FeedforwardSection feedforward) {
    Map<String, RateSchedule> schedules = new LinkedHashMap<>();
    feedforward.activity().forEach((type, activity) -> schedules.put(type, schedule(activity)));
    return schedules;
  }

  private static RateSchedule schedule(ActivitySection activity) {
    Optional<ScheduleSection> section = activity.schedule();
    return section.map(s -> new RateSchedule(s.at(), s.factor())).orElseGet(RateSchedule::constant);
  }
}
