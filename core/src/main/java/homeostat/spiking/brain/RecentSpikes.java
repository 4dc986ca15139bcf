package homeostat.spiking.brain;

import java.util.Arrays;

/** The spikes of the last {@code span} steps, which are under way to their targets. */
final class RecentSpikes {
  final int span;
  private int[] offsets;
  private int[] neurons = new int[64];
  private int[] nextOffsets;
  private int[] nextNeurons = new int[64];

  RecentSpikes(int span) {
    this.span = span;
    this.offsets = new int[span + 1];
    this.nextOffsets = new int[span + 1];
  }

  /** Where the spikes of a step start; 0 is the oldest, {@code span} gives the end. */
  int offset(int step) {
    return offsets[step];
  }

  int neuron(int at) {
    return neurons[at];
  }

  int count() {
    return offsets[span];
  }

  /**
   * Forgets the oldest steps and appends as many new ones.
   *
   * @param steps how many
   * @param parts ranges of neurons, ascending, each with the spikes of its own
   */
  void shift(int steps, NeuronRange[] parts) {
    int dropped = offsets[steps];
    int kept = count() - dropped;
    int fresh = 0;
    for (NeuronRange part : parts) {
      fresh += part.spikeCount(steps);
    }
    if (nextNeurons.length < kept + fresh) {
      nextNeurons = new int[Math.max(kept + fresh, 2 * nextNeurons.length)];
    }
    System.arraycopy(neurons, dropped, nextNeurons, 0, kept);
    for (int d = 0; d <= span - steps; d++) {
      nextOffsets[d] = offsets[d + steps] - dropped;
    }
    int at = kept;
    for (int s = 0; s < steps; s++) {
      for (NeuronRange part : parts) {
        at = part.copySpikes(s, nextNeurons, at);
      }
      nextOffsets[span - steps + s + 1] = at;
    }
    int[] old = offsets;
    offsets = nextOffsets;
    nextOffsets = old;
    int[] oldNeurons = neurons;
    neurons = nextNeurons;
    nextNeurons = oldNeurons;
  }

  /** Forgets the oldest step and appends a new one. */
  void shift(int[] fired) {
    int dropped = offsets[1];
    int kept = count() - dropped;
    if (neurons.length < kept + fired.length) {
      neurons = Arrays.copyOf(neurons, Math.max(count() + fired.length, 2 * neurons.length));
    }
    System.arraycopy(neurons, dropped, neurons, 0, kept);
    System.arraycopy(fired, 0, neurons, kept, fired.length);
    for (int d = 0; d < span; d++) {
      offsets[d] = offsets[d + 1] - dropped;
    }
    offsets[span] = kept + fired.length;
  }

  /** The number of spikes of each step, oldest first. */
  int[] savedCounts() {
    int[] counts = new int[span];
    Arrays.setAll(counts, d -> offsets[d + 1] - offsets[d]);
    return counts;
  }

  int[] savedNeurons() {
    return Arrays.copyOf(neurons, count());
  }

  void load(int[] counts, int[] saved) {
    if (counts.length != span) {
      throw new IllegalArgumentException(
          "saved spikes are of " + counts.length + " steps, the delay is " + span);
    }
    for (int d = 0; d < span; d++) {
      offsets[d + 1] = offsets[d] + counts[d];
    }
    neurons = Arrays.copyOf(saved, Math.max(64, saved.length));
  }
}
