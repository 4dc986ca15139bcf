package homeostat.spiking;

/**
 * The spikes of a chunk as times, by neuron, then batch element: the steps at which neuron n of
 * element b spikes are {@code times[offsets[n B + b] .. offsets[n B + b + 1])}, ascending.
 *
 * @param neurons number of neurons N
 * @param batch number of batch elements B
 * @param steps number of steps T
 * @param offsets [N * B + 1]
 * @param times step of each spike
 */
public record SpikeTrains(int neurons, int batch, int steps, int[] offsets, int[] times) {

  /**
   * From a dense array.
   *
   * @param spikes [batch][time][neuron], not 0 = spike
   */
  public static SpikeTrains dense(byte[] spikes, int batch, int steps, int neurons) {
    int[] offsets = new int[neurons * batch + 1];
    int at = 0;
    int[] times = new int[spikes.length];
    for (int n = 0; n < neurons; n++) {
      for (int b = 0; b < batch; b++) {
        for (int t = 0; t < steps; t++) {
          if (spikes[(b * steps + t) * neurons + n] != 0) {
            times[at++] = t;
          }
        }
        offsets[n * batch + b + 1] = at;
      }
    }
    return new SpikeTrains(neurons, batch, steps, offsets, java.util.Arrays.copyOf(times, at));
  }

  /**
   * From the masks of a simulator.
   *
   * @param masks [block][step][vector] bit per lane, entries as in {@link Blocks}
   */
  public static SpikeTrains ofMasks(short[][][] masks, SlotOrder slots, int batch, int steps) {
    int neurons = slots.neurons();
    int[] next = new int[neurons * batch + 1];
    for (int block = 0; block < masks.length; block++) {
      int shift = Integer.numberOfTrailingZeros(Blocks.width(batch, block));
      int first = block * Blocks.WIDTH;
      for (short[] row : masks[block]) {
        for (int vector = 0; vector < row.length; vector++) {
          for (int rest = row[vector] & 0xFFFF; rest != 0; rest &= rest - 1) {
            int entry = vector * Blocks.WIDTH + Integer.numberOfTrailingZeros(rest);
            int b = first + (entry & ((1 << shift) - 1));
            next[slots.order()[entry >> shift] * batch + b + 1]++;
          }
        }
      }
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    int[] offsets = next.clone();
    int[] times = new int[offsets[offsets.length - 1]];
    for (int block = 0; block < masks.length; block++) {
      int shift = Integer.numberOfTrailingZeros(Blocks.width(batch, block));
      int first = block * Blocks.WIDTH;
      for (int t = 0; t < steps; t++) {
        short[] row = masks[block][t];
        for (int vector = 0; vector < row.length; vector++) {
          for (int rest = row[vector] & 0xFFFF; rest != 0; rest &= rest - 1) {
            int entry = vector * Blocks.WIDTH + Integer.numberOfTrailingZeros(rest);
            int b = first + (entry & ((1 << shift) - 1));
            times[next[slots.order()[entry >> shift] * batch + b]++] = t;
          }
        }
      }
    }
    return new SpikeTrains(neurons, batch, steps, offsets, times);
  }

  /** Where the spikes of neuron n in element b start in {@code times}. */
  public int from(int element, int neuron) {
    return offsets[neuron * batch + element];
  }

  /** Where they end. */
  public int to(int element, int neuron) {
    return offsets[neuron * batch + element + 1];
  }

  /** Number of spikes of neuron n in element b. */
  public int count(int element, int neuron) {
    return to(element, neuron) - from(element, neuron);
  }

  /** Number of spikes of neuron n over the batch. */
  public int count(int neuron) {
    return offsets[(neuron + 1) * batch] - offsets[neuron * batch];
  }

  /** As a dense array [batch][time][neuron] of 0 and 1. */
  public byte[] toDense() {
    byte[] dense = new byte[batch * steps * neurons];
    for (int n = 0; n < neurons; n++) {
      for (int b = 0; b < batch; b++) {
        for (int e = from(b, n); e < to(b, n); e++) {
          dense[(b * steps + times[e]) * neurons + n] = 1;
        }
      }
    }
    return dense;
  }
}
