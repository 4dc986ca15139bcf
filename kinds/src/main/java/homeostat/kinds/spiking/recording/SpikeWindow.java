package homeostat.kinds.spiking.recording;

import homeostat.array.Arrays;
import homeostat.spiking.SpikeTrains;
import java.util.ArrayDeque;

/**
 * The spikes of the last chunks, all trials: what statistics and figures are made from. Events
 * only, so that it stays small where cells are mostly silent.
 */
public final class SpikeWindow {
  private final int neurons;
  private final int batch;
  private final int capacity;
  private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();

  /**
   * The events of one chunk, in the order of trains, then time.
   *
   * @param train neuron * batch + trial
   * @param time step within the chunk
   * @param steps of the chunk
   */
  private record Chunk(int[] train, int[] time, int steps) {}

  /**
   * Empty.
   *
   * @param capacity chunks that are kept
   */
  public SpikeWindow(int neurons, int batch, int capacity) {
    this.neurons = neurons;
    this.batch = batch;
    this.capacity = capacity;
  }

  /** Takes a chunk's spikes; drops the oldest chunk when there are more than it keeps. */
  public void add(SpikeTrains spikes) {
    int[] train = new int[spikes.times().length];
    for (int i = 0; i < neurons * batch; i++) {
      java.util.Arrays.fill(train, spikes.offsets()[i], spikes.offsets()[i + 1], i);
    }
    push(new Chunk(train, spikes.times().clone(), spikes.steps()));
  }

  private void push(Chunk chunk) {
    chunks.addLast(chunk);
    if (chunks.size() > capacity) {
      chunks.removeFirst();
    }
  }

  /** Number of spikes kept. */
  public long spikes() {
    return chunks.stream().mapToLong(chunk -> chunk.train().length).sum();
  }

  /** All kept chunks one after the other. */
  public SpikeTrains joined() {
    int[] offsets = new int[neurons * batch + 1];
    for (Chunk chunk : chunks) {
      for (int train : chunk.train()) {
        offsets[train + 1]++;
      }
    }
    for (int i = 0; i < neurons * batch; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] next = offsets.clone();
    int[] times = new int[offsets[neurons * batch]];
    int start = 0;
    for (Chunk chunk : chunks) {
      for (int e = 0; e < chunk.train().length; e++) {
        times[next[chunk.train()[e]]++] = start + chunk.time()[e];
      }
      start += chunk.steps();
    }
    return new SpikeTrains(neurons, batch, Math.max(start, 1), offsets, times);
  }

  /** All of it, as arrays of their own. */
  public Arrays save() {
    int[] ends = new int[chunks.size()];
    int[] steps = new int[chunks.size()];
    int events = 0;
    int c = 0;
    for (Chunk chunk : chunks) {
      events += chunk.train().length;
      steps[c] = chunk.steps();
      ends[c++] = events;
    }
    int[] train = new int[events];
    int[] time = new int[events];
    int at = 0;
    for (Chunk chunk : chunks) {
      System.arraycopy(chunk.train(), 0, train, at, chunk.train().length);
      System.arraycopy(chunk.time(), 0, time, at, chunk.time().length);
      at += chunk.train().length;
    }
    return Arrays.builder()
        .put("ends", ends)
        .put("steps", steps)
        .put("train", train)
        .put("time", time)
        .build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  public void restore(Arrays saved) {
    chunks.clear();
    int from = 0;
    int[] ends = saved.ints("ends");
    for (int c = 0; c < ends.length; c++) {
      push(
          new Chunk(
              java.util.Arrays.copyOfRange(saved.ints("train"), from, ends[c]),
              java.util.Arrays.copyOfRange(saved.ints("time"), from, ends[c]),
              saved.ints("steps")[c]));
      from = ends[c];
    }
  }
}
