package homeostat.spiking.simulation;

import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.Membranes;
import homeostat.spiking.Recording;
import homeostat.spiking.SpikingNetwork;

/**
 * The order of operations within a step. Panels lie as {@link
 * homeostat.kernel.membrane.MembraneSteps} has them.
 */
sealed interface StepOrder permits ConductanceOrder, StepOrder.Stepwise {

  /**
   * That of a network, for one block.
   *
   * @param size entries of a panel
   * @param steps steps of a chunk
   */
  static StepOrder of(SpikingNetwork network, int size, int steps, Recording recording) {
    if (network.physiology().currentBased()) {
      return new CurrentOrder();
    }
    return network.spikesInStep()
        ? new SameStepOrder(recording == Recording.ADJOINT ? steps : 0, size)
        : new ConductanceOrder();
  }

  /**
   * One step of the vectors [from, to), which share their constants.
   *
   * @param t number of the step in its chunk
   * @param step potentials before it
   * @param after takes potentials after it
   * @param g [vector][component][lane] conductances or currents, updated
   * @param drive [group][entry], set to zero
   * @param valid [vector] lanes that may spike
   */
  void advance(
      Membranes membranes,
      int t,
      MembraneStep step,
      MembraneStep after,
      float[] g,
      float[] drive,
      short[] valid,
      int from,
      int to);

  /** An order whose adjoint takes one step after the other. */
  sealed interface Stepwise extends StepOrder permits CurrentOrder, SameStepOrder {

    /** What the tape keeps where an adjoint is wanted. */
    Recording kept();

    /**
     * The first half of the adjoint of a step: from the costate after it to q, as far as that does
     * not need the answer of the weights.
     *
     * @param direct [entry] dL/ds of the step directly from the losses
     * @param sums takes q in the first of its two places
     */
    void retreat(
        Membranes membranes,
        int t,
        MembraneStep step,
        float[] direct,
        float[] lv,
        float[] lg,
        SenderSums sums,
        int from,
        int to);

    /** The second half: the answer of the weights, where spikes were found before the step. */
    void answer(
        Membranes membranes,
        MembraneStep step,
        float[] direct,
        float[] lv,
        SenderSums sums,
        int from,
        int to);
  }
}
