package homeostat.kinds.brain;

import homeostat.array.Arrays;
import homeostat.spiking.brain.BrainState;
import homeostat.spiking.brain.SpikeList;
import java.util.Optional;

/**
 * A trial: the state of its brain while it is under way, those of its spikes that are not yet on
 * the disk, and what was counted of all of them.
 */
final class Trial {
  /** A raster has no room for more; the later ones are on the disk only. */
  static final int MOST_SHOWN = 1 << 18;

  /** Counted through all conditions. */
  final int number;

  /** Empty once the trial has ended. */
  Optional<BrainState> state;

  /** Spikes of the present slice. */
  SpikeList slice = new SpikeList();

  /** Spikes that are not yet on the disk. */
  final SpikeList pending = new SpikeList();

  /** The first spikes, where there will be a raster of them. */
  final SpikeList shown = new SpikeList();

  /** [neuron] number of spikes. */
  final int[] counts;

  long spikes;
  long hash;

  /** Files of its spikes so far. */
  int parts;

  private final boolean pictured;

  Trial(int number, BrainState state, int neurons, boolean pictured) {
    this.number = number;
    this.state = Optional.of(state);
    this.counts = new int[neurons];
    this.pictured = pictured;
  }

  /** Takes up the spikes of the present slice. */
  void take() {
    hash = slice.hash(hash);
    spikes += slice.size();
    for (int i = 0; i < slice.size(); i++) {
      counts[slice.neuron(i)]++;
      pending.add(slice.step(i), slice.neuron(i));
      if (pictured && shown.size() < MOST_SHOWN) {
        shown.add(slice.step(i), slice.neuron(i));
      }
    }
  }

  Arrays save() {
    Arrays.Builder all =
        Arrays.builder()
            .put("numbers", new long[] {spikes, hash, parts})
            .put("counts", counts.clone())
            .put("pending_steps", pending.steps())
            .put("pending_neurons", pending.neurons())
            .put("shown_steps", shown.steps())
            .put("shown_neurons", shown.neurons());
    state.ifPresent(own -> all.putAll("state/", own.save()));
    return all.build();
  }

  /** Takes back what was saved, but for the state. */
  void load(Arrays saved) {
    long[] numbers = saved.longs("numbers");
    spikes = numbers[0];
    hash = numbers[1];
    parts = (int) numbers[2];
    System.arraycopy(saved.ints("counts"), 0, counts, 0, counts.length);
    fill(pending, saved.ints("pending_steps"), saved.ints("pending_neurons"));
    fill(shown, saved.ints("shown_steps"), saved.ints("shown_neurons"));
  }

  private static void fill(SpikeList list, int[] steps, int[] neurons) {
    for (int i = 0; i < steps.length; i++) {
      list.add(steps[i], neurons[i]);
    }
  }
}
