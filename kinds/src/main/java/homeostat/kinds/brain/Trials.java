package homeostat.kinds.brain;

import homeostat.array.Arrays;
import homeostat.spiking.brain.BrainState;
import homeostat.spiking.brain.SpikeList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * State of a run: the trials under way, the spikes that are not yet on the disk, and what was
 * counted of the trials that have ended. Trials are numbered through all conditions.
 */
final class Trials {
  /** Trials under way; none between two waves. */
  final List<Running> running = new ArrayList<>();

  /** Ended trials whose spikes are not yet on the disk. */
  final List<Running> ended = new ArrayList<>();

  final RateTable rates;

  /** Of all spikes of the ended trials, in order. */
  long hash;

  long spikes;
  long events;

  Trials(RateTable rates) {
    this.rates = rates;
  }

  /**
   * A trial with its spikes so far.
   *
   * @param number of the trial, counted through all conditions
   * @param state empty once it has ended
   */
  record Running(int number, Optional<BrainState> state, SpikeList spikes) {}

  Arrays save() {
    Arrays.Builder all =
        Arrays.builder()
            .put("hash", new long[] {hash, spikes, events})
            .putAll("rates/", rates.save());
    all.put("running", running.stream().mapToInt(Running::number).toArray());
    all.put("ended", ended.stream().mapToInt(Running::number).toArray());
    for (List<Running> list : List.of(running, ended)) {
      for (Running trial : list) {
        String name = "trial_" + trial.number() + "/";
        all.put(name + "steps", trial.spikes().steps());
        all.put(name + "neurons", trial.spikes().neurons());
        trial.state().ifPresent(state -> all.putAll(name + "state/", state.save()));
      }
    }
    return all.build();
  }

  /** Takes back what was saved. */
  void load(Arrays saved, java.util.function.IntFunction<Condition> conditionOf) {
    hash = saved.longs("hash")[0];
    spikes = saved.longs("hash")[1];
    events = saved.longs("hash")[2];
    rates.load(saved.below("rates/"));
    for (int number : saved.ints("running")) {
      Arrays part = saved.below("trial_" + number + "/");
      running.add(
          new Running(
              number,
              Optional.of(conditionOf.apply(number).engine().restore(part.below("state/"))),
              list(part)));
    }
    for (int number : saved.ints("ended")) {
      Arrays part = saved.below("trial_" + number + "/");
      ended.add(new Running(number, Optional.empty(), list(part)));
    }
  }

  private static SpikeList list(Arrays part) {
    int[] steps = part.ints("steps");
    int[] neurons = part.ints("neurons");
    SpikeList list = new SpikeList();
    for (int i = 0; i < steps.length; i++) {
      list.add(steps[i], neurons[i]);
    }
    return list;
  }
}
