package homeostat.spiking.simulation;

import homeostat.spiking.ChunkInput;

/** The adjoint of one block of a chunk. */
interface BackwardPass {

  /** The gradients of the losses, which it reads. */
  DirectGradient direct();

  /** The gradients with respect to factors or weights, after a run. */
  SenderSums sums();

  /**
   * Runs over all steps backwards; the costates {@code lv} and {@code lg} change in place.
   *
   * @param weights sum for the gradient of weights, not for that of scaling factors
   */
  void run(float[] lv, float[] lg, Constants constants, ChunkInput input, boolean weights);
}
