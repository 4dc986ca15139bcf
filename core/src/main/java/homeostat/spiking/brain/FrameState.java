package homeostat.spiking.brain;

import homeostat.array.Arrays;

/** State of the frame engine: A and B of all neurons, spikes under way, who is refractory. */
final class FrameState implements BrainState {
  final Frame frame;
  final NeuronRange[] ranges;
  final RecentSpikes recent;
  int step;
  long events;
  boolean dense;

  /** Whether all have to be asked who can fire, since the steps before looked at all of them. */
  boolean rewatch;

  FrameState(Frame frame, NeuronRange[] ranges, int delay, boolean dense) {
    this.frame = frame;
    this.ranges = ranges;
    this.recent = new RecentSpikes(delay);
    this.dense = dense;
  }

  @Override
  public int step() {
    return step;
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public Arrays save() {
    int count = 0;
    for (NeuronRange range : ranges) {
      count += range.refractory().size();
    }
    int[] until = new int[count];
    int[] deaf = new int[count];
    int at = 0;
    for (NeuronRange range : ranges) {
      for (int i = 0; i < range.refractory().size(); i++) {
        until[at] = range.refractory().stepAt(i);
        deaf[at++] = range.refractory().neuronAt(i);
      }
    }
    return Arrays.builder()
        .put("step", new long[] {step})
        .put("events", new long[] {events})
        .put("frame", frame.save())
        .put("spikes_per_step", recent.savedCounts())
        .put("spikes", recent.savedNeurons())
        .put("refractory_until", until)
        .put("refractory", deaf)
        .build();
  }

  /** Takes back what was saved, by a state with whatever number of ranges. */
  void load(Arrays saved) {
    step = (int) saved.longs("step")[0];
    events = saved.longs("events")[0];
    frame.load(saved.get("frame"));
    recent.load(saved.ints("spikes_per_step"), saved.ints("spikes"));
    int[] until = saved.ints("refractory_until");
    int[] deaf = saved.ints("refractory");
    // Within each queue, steps must ascend.
    Integer[] order = new Integer[until.length];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.sort(order, java.util.Comparator.comparingInt(i -> until[i]));
    for (int i : order) {
      for (NeuronRange range : ranges) {
        if (deaf[i] >= range.low() && deaf[i] < range.high()) {
          range.refractory().add(until[i], deaf[i]);
        }
      }
    }
  }
}
