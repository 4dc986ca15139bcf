package homeostat.spiking.brain;

import java.util.Arrays;

/**
 * The neurons {@code [low, high)} of one state, which one thread advances by up to a delay at a
 * time: what arrives in that window was sent before it.
 *
 * <p>Who is above threshold is found in one of two ways, with the same bits: {@code dense} looks at
 * every neuron in every step; otherwise only at watched ones, those that an arrival left able to
 * fire (see {@link FireTest}). Which of them is faster depends on the number of arrivals.
 */
final class NeuronRange {
  /** Steps from one time that the watched are asked whether they still can fire to the next. */
  private static final int PRUNING = 8;

  private final BrainNetwork network;
  private final Frame frame;
  private final FrameTables tables;
  private final RowParts rows;
  private final int low;
  private final int high;
  private final boolean[] isWatched;
  private int[] watched = new int[64];
  private int watchedCount;
  private final int[] candidates;
  private final ReleaseQueue refractory = new ReleaseQueue();
  private int[] fired;
  private final int[] firedUpTo;
  private long arrivals;

  NeuronRange(BrainNetwork network, Frame frame, FrameTables tables, RowParts rows) {
    this.network = network;
    this.frame = frame;
    this.tables = tables;
    this.rows = rows;
    this.low = rows.low();
    this.high = rows.high();
    this.isWatched = new boolean[high - low];
    this.candidates = new int[rows.longest() + 1];
    this.fired = new int[high - low];
    this.firedUpTo = new int[network.parameters().delaySteps() + 1];
  }

  /** Arrivals since the last call. */
  long takeArrivals() {
    long taken = arrivals;
    arrivals = 0;
    return taken;
  }

  ReleaseQueue refractory() {
    return refractory;
  }

  int low() {
    return low;
  }

  int high() {
    return high;
  }

  int spikeCount(int steps) {
    return firedUpTo[steps];
  }

  int copySpikes(int step, int[] to, int at) {
    int count = firedUpTo[step + 1] - firedUpTo[step];
    System.arraycopy(fired, firedUpTo[step], to, at, count);
    return at + count;
  }

  /**
   * Watches whoever can fire from now on; due before a window that is not dense after one that was.
   */
  void watchAll(int step) {
    Arrays.fill(isWatched, false);
    watchedCount = 0;
    // The frame is still that of the step before: it moves on at the start of a step.
    int local = step == 0 ? 0 : (step - 1) % tables.period + 1;
    for (int i = low; i < high; i++) {
      watchIfAble(i, local);
    }
  }

  /**
   * Advances the steps {@code [from, to)}, no more than the delay.
   *
   * @param events input of a longer time, in order
   * @param firstEvent the first event that is not before {@code from}
   */
  void run(
      int from, int to, boolean dense, RecentSpikes recent, DriveEvents events, int firstEvent) {
    int event = firstEvent;
    for (int step = from; step < to; step++) {
      int local = step % tables.period;
      if (local == 0 && step > 0) {
        frame.rescale(low, high);
      }
      fire(step, local, firedUpTo[step - from], dense);
      firedUpTo[step - from + 1] = firedCount;
      for (int s = recent.offset(step - from); s < recent.offset(step - from + 1); s++) {
        deliver(recent.neuron(s), local, dense);
      }
      for (; event < events.size() && events.step(event) == step; event++) {
        int neuron = events.neuron(event);
        if (neuron >= low && neuron < high) {
          frame.raise(neuron, events.weight(event), local);
          if (!dense) {
            watchIfAble(neuron, local);
          }
        }
      }
      for (int s = firedUpTo[step - from]; s < firedCount; s++) {
        if (network.deafSteps(fired[s]) == 1) {
          release(fired[s], local, dense);
        }
      }
      while (refractory.due(step)) {
        release(refractory.take(), local, dense);
      }
    }
  }

  private int firedCount;

  private void fire(int step, int local, int soFar, boolean dense) {
    if (fired.length < soFar + high - low) {
      fired = Arrays.copyOf(fired, 2 * (soFar + high - low));
    }
    if (dense) {
      firedCount = frame.above(low, high, local, fired, soFar);
    } else {
      firedCount = frame.above(watched, watchedCount, local, fired, soFar);
      if (firedCount > soFar) {
        Arrays.sort(fired, soFar, firedCount);
      }
    }
    for (int s = soFar; s < firedCount; s++) {
      int neuron = fired[s];
      frame.deafen(neuron);
      int deaf = network.deafSteps(neuron);
      if (deaf > 1) {
        refractory.add(step + deaf - 1, neuron);
      }
    }
    if (!dense && step % PRUNING == 0) {
      prune(local);
    }
  }

  /** Who fired is deaf and cannot; nor can who has passed its peak. */
  private void prune(int local) {
    int kept = 0;
    for (int i = 0; i < watchedCount; i++) {
      int neuron = watched[i];
      if (frame.canFire(neuron, local)) {
        watched[kept++] = neuron;
      } else {
        isWatched[neuron - low] = false;
      }
    }
    watchedCount = kept;
  }

  private void deliver(int sender, int local, boolean dense) {
    if (network.silenced()[sender]) {
      return;
    }
    int from = rows.from(sender);
    int to = rows.to(sender);
    arrivals += to - from;
    if (dense) {
      frame.deliver(from, to, local);
      return;
    }
    int found = frame.deliver(from, to, local, candidates);
    for (int c = 0; c < found; c++) {
      watch(candidates[c]);
    }
  }

  private void release(int neuron, int local, boolean dense) {
    frame.release(neuron, local);
    if (!dense) {
      watchIfAble(neuron, local);
    }
  }

  private void watchIfAble(int neuron, int local) {
    if (frame.canFire(neuron, local)) {
      watch(neuron);
    }
  }

  private void watch(int neuron) {
    if (!isWatched[neuron - low]) {
      if (watchedCount == watched.length) {
        watched = Arrays.copyOf(watched, 2 * watchedCount);
      }
      isWatched[neuron - low] = true;
      watched[watchedCount++] = neuron;
    }
  }
}
