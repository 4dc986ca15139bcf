package homeostat.spiking.brain;

import homeostat.array.Arrays;

/**
 * Simulates in the frame of {@link FrameTables}: work for arrivals, not for neurons. Where arrivals
 * are so many that most neurons get one every few steps, looking at all neurons in every step is
 * cheaper than watching those that might fire; {@link Looking#AUTO} chooses for each window of a
 * delay by the arrivals there. The choice and the number of threads change no bit.
 */
public final class FrameEngine implements BrainEngine {
  /** Arrivals in a step for each neuron, above which looking at all neurons is faster. */
  private static final double DENSE_ABOVE = 0.15;

  private static final double SPARSE_BELOW = 0.13;

  private final BrainNetwork network;
  private final Looking looking;
  private final Precision precision;
  private final FrameTables tables;
  private final RowParts[] parts;

  /** Which neurons are compared with the threshold in a step. */
  public enum Looking {
    /** Those that can fire. */
    WATCHED,
    /** All. */
    DENSE,
    /** Whatever is faster, window by window. */
    AUTO
  }

  /** What A and B are stored in. */
  public enum Precision {
    FLOAT64,
    FLOAT32
  }

  /**
   * @param threads that work together on one state
   */
  public FrameEngine(BrainNetwork network, Looking looking, Precision precision, int threads) {
    this.network = network;
    this.looking = looking;
    this.precision = precision;
    this.tables = new FrameTables(network.parameters());
    this.parts = RowParts.cut(network.rows(), Math.min(threads, Math.max(1, network.neurons())));
  }

  @Override
  public BrainState start() {
    return fresh();
  }

  private FrameState fresh() {
    Frame frame =
        switch (precision) {
          case FLOAT64 -> new DoubleFrame(network, tables);
          case FLOAT32 -> new FloatFrame(network, tables);
        };
    NeuronRange[] ranges = new NeuronRange[parts.length];
    for (int p = 0; p < parts.length; p++) {
      ranges[p] = new NeuronRange(network, frame, tables, parts[p].fresh());
    }
    return new FrameState(
        frame, ranges, network.parameters().delaySteps(), looking == Looking.DENSE);
  }

  @Override
  public BrainState restore(Arrays saved) {
    FrameState state = fresh();
    state.load(saved);
    if (!state.dense) {
      for (NeuronRange range : state.ranges) {
        // Steps done, so that the frame is that of the step before.
        range.watchAll(state.step);
      }
    }
    return state;
  }

  @Override
  public void advance(BrainState state, Drive drive, int steps, SpikeList spikes) {
    if (!(state instanceof FrameState own) || own.ranges.length != parts.length) {
      throw new IllegalArgumentException("the state is not of this engine");
    }
    int end = Math.addExact(own.step, steps);
    DriveEvents events = drive.events(own.step, end);
    events.checkNeurons(network.neurons());
    Advance advance = new Advance(own, events, end, spikes);
    if (steps < 1) {
      return;
    }
    if (parts.length > 1) {
      Crew.run(parts.length, advance);
      return;
    }
    do {
      advance.part(0);
    } while (advance.between());
  }

  /** One call of advance: windows of a delay, and what lies between them. */
  private final class Advance implements Crew.Work {
    private final FrameState state;
    private final DriveEvents events;
    private final int end;
    private final SpikeList spikes;
    private int firstEvent;

    Advance(FrameState state, DriveEvents events, int end, SpikeList spikes) {
      this.state = state;
      this.events = events;
      this.end = end;
      this.spikes = spikes;
      choose();
    }

    private int windowEnd() {
      return Math.min(end, state.step + state.recent.span);
    }

    /** The neurons of one part, for a window. */
    @Override
    public void part(int part) {
      NeuronRange range = state.ranges[part];
      if (state.rewatch) {
        range.watchAll(state.step);
      }
      range.run(state.step, windowEnd(), state.dense, state.recent, events, firstEvent);
    }

    /** Exchanges spikes. */
    @Override
    public boolean between() {
      int from = state.step;
      int steps = windowEnd() - from;
      state.recent.shift(steps, state.ranges);
      int span = state.recent.span;
      for (int s = span - steps; s < span; s++) {
        for (int i = state.recent.offset(s); i < state.recent.offset(s + 1); i++) {
          spikes.add(from + s - (span - steps), state.recent.neuron(i));
        }
      }
      for (NeuronRange range : state.ranges) {
        state.events += range.takeArrivals();
      }
      state.step += steps;
      while (firstEvent < events.size() && events.step(firstEvent) < state.step) {
        firstEvent++;
      }
      state.rewatch = false;
      choose();
      return state.step < end;
    }

    private void choose() {
      if (looking != Looking.AUTO) {
        return;
      }
      long due = 0;
      for (int i = 0; i < state.recent.count(); i++) {
        due += network.rows().degree(state.recent.neuron(i));
      }
      double load = due / ((double) state.recent.span * network.neurons());
      boolean dense = load > (state.dense ? SPARSE_BELOW : DENSE_ABOVE);
      state.rewatch = !dense && (state.dense || state.rewatch);
      state.dense = dense;
    }
  }
}
