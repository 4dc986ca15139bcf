package homeostat.spiking.brain;

import homeostat.array.Arrays;

/**
 * Simulates a {@link BrainNetwork}. In each step, in this order: potentials and conductances of all
 * neurons that are not refractory decay and integrate; those above threshold spike; spikes of
 * {@code delay} ago arrive, then the drive's events; the neurons that spiked are reset. So an input
 * is felt one step after it arrives, and an input in the step of a neuron's own spike is lost.
 *
 * <p>All engines give the same spikes. Several threads may advance different states of one engine.
 */
public interface BrainEngine {

  /** All neurons at rest, without conductance, before step 0. */
  BrainState start();

  /** A state that this engine saved, for the same network. */
  BrainState restore(Arrays saved);

  /**
   * Advances a state by some steps.
   *
   * @param spikes receives the spikes, by step and then by neuron
   */
  void advance(BrainState state, Drive drive, int steps, SpikeList spikes);
}
