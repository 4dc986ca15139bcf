package homeostat.kinds.brain;

import homeostat.array.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * State of a run: the trials under way, those that have ended and whose last spikes are not yet on
 * the disk, and what was counted of all. Trials are numbered through all conditions.
 */
final class Trials {
  /** Trials under way; none between two waves. */
  final List<Trial> running = new ArrayList<>();

  /** Ended trials whose last spikes are not yet on the disk. */
  final List<Trial> ended = new ArrayList<>();

  final RateTable rates;

  /** Of the hashes of the ended trials, in order; of one trial, its hash. */
  long hash;

  /** Of the ended trials. */
  long spikes;

  /** Of the ended trials. */
  long events;

  Trials(RateTable rates) {
    this.rates = rates;
  }

  Arrays save() {
    Arrays.Builder all =
        Arrays.builder()
            .put("hash", new long[] {hash, spikes, events})
            .putAll("rates/", rates.save());
    all.put("running", running.stream().mapToInt(trial -> trial.number).toArray());
    all.put("ended", ended.stream().mapToInt(trial -> trial.number).toArray());
    for (List<Trial> list : List.of(running, ended)) {
      for (Trial trial : list) {
        all.putAll("trial_" + trial.number + "/", trial.save());
      }
    }
    return all.build();
  }

  /**
   * Takes back what was saved.
   *
   * @param fresh makes a trial of a number, before its first step
   */
  void load(Arrays saved, IntFunction<Trial> fresh, IntFunction<Condition> conditionOf) {
    hash = saved.longs("hash")[0];
    spikes = saved.longs("hash")[1];
    events = saved.longs("hash")[2];
    rates.load(saved.below("rates/"));
    for (int number : saved.ints("running")) {
      Arrays part = saved.below("trial_" + number + "/");
      Trial trial = fresh.apply(number);
      trial.load(part);
      trial.state = Optional.of(conditionOf.apply(number).engine().restore(part.below("state/")));
      running.add(trial);
    }
    for (int number : saved.ints("ended")) {
      Trial trial = fresh.apply(number);
      trial.load(saved.below("trial_" + number + "/"));
      trial.state = Optional.empty();
      ended.add(trial);
    }
  }
}
