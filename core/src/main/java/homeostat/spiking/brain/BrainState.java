package homeostat.spiking.brain;

import homeostat.array.Arrays;

/** A brain between two steps: everything that the next one depends on. Belongs to its engine. */
public sealed interface BrainState permits FrameState, ReferenceState {

  /** Steps done. */
  int step();

  /** Arrivals of spikes at synapses so far. */
  long events();

  /** A copy of everything, for {@link BrainEngine#restore}. */
  Arrays save();
}
