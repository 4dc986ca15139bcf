package homeostat.spiking.brain;

import java.util.Arrays;

/** Spikes in the order of time, within a step in the order of neurons. */
public final class SpikeList {
  private int[] steps = new int[64];
  private int[] neurons = new int[64];
  private int size;

  /** Adds a spike behind the others. */
  public void add(int step, int neuron) {
    if (size == steps.length) {
      int more = Math.addExact(size, size >> 1);
      steps = Arrays.copyOf(steps, more);
      neurons = Arrays.copyOf(neurons, more);
    }
    steps[size] = step;
    neurons[size++] = neuron;
  }

  /** Number of spikes. */
  public int size() {
    return size;
  }

  /** The step of a spike. */
  public int step(int spike) {
    return steps[spike];
  }

  /** The neuron of a spike. */
  public int neuron(int spike) {
    return neurons[spike];
  }

  /** [spike] steps, a copy. */
  public int[] steps() {
    return Arrays.copyOf(steps, size);
  }

  /** [spike] neurons, a copy. */
  public int[] neurons() {
    return Arrays.copyOf(neurons, size);
  }

  /** Forgets all spikes. */
  public void clear() {
    size = 0;
  }

  /**
   * A fingerprint of all spikes in order, continuing {@code hash}: equal spike trains have equal
   * ones, and a spike more, elsewhere or a step later gives another.
   */
  public long hash(long hash) {
    long h = hash;
    for (int i = 0; i < size; i++) {
      h = mix(h ^ ((long) steps[i] << 32 | neurons[i]));
    }
    return h;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return "SpikeList[" + size + " spikes]";
  }
}
