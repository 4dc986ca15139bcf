package homeostat.kinds.disinhibition;

import homeostat.disinhibition.circuit.Layers;

/**
 * An epoch cut into steps of about half a second on an ordinary core. A function of the config
 * alone: the cut is where resumed runs begin again.
 *
 * @param batches of an epoch
 * @param batchesPerStep of a step; the last of an epoch may have fewer
 */
record Slices(int batches, int batchesPerStep) {
  private static final double STEP_SECONDS = 0.5;
  private static final double MULTIPLICATIONS_PER_SECOND = 3e10;
  private static final double OVERHEAD_SECONDS = 1e-4;

  /** Evaluations of a network in an integration without and with control. */
  private static final double SOLVER_PASSES = 600;

  static Slices of(int images, int batchSize, double secondsPerBatch) {
    int batches = Math.ceilDiv(images, batchSize);
    double perStep = STEP_SECONDS / secondsPerBatch;
    return new Slices(batches, (int) Math.clamp(Math.round(perStep), 1L, batches));
  }

  /** Roughly, on one thread. */
  static double secondsPerBatch(Layers layers, int batchSize, boolean local, boolean solver) {
    double forward = 0;
    double inner = 0;
    for (int l = 0; l <= layers.depth(); l++) {
      double product = (double) layers.senders(l) * layers.units(l);
      forward += product;
      inner += l == 0 ? 0 : product;
    }
    double passes = 2 * forward + inner;
    if (local) {
      passes += layers.outputs() * inner + 20 * inner;
    }
    if (solver) {
      passes += SOLVER_PASSES * inner;
    }
    return OVERHEAD_SECONDS + batchSize * passes / MULTIPLICATIONS_PER_SECOND;
  }

  int perEpoch() {
    return Math.ceilDiv(batches, batchesPerStep);
  }

  /** First batch of a step of the epoch. */
  int from(int step) {
    return Math.min(batches, step * batchesPerStep);
  }
}
