package homeostat.kinds.image;

/**
 * An epoch cut into steps of about a quarter of a second on an ordinary core. A function of the
 * config alone: the cut is where resumed runs begin again.
 *
 * @param batches of an epoch
 * @param batchesPerStep of a step; the last of an epoch may have fewer
 */
public record Slices(int batches, int batchesPerStep) {
  private static final double STEP_SECONDS = 0.25;
  private static final double MULTIPLICATIONS_PER_SECOND = 2.5e10;
  private static final double OVERHEAD_SECONDS = 5e-5;

  /**
   * @param multiplications of a forward pass of one image
   */
  public static Slices of(int batches, int batchSize, long multiplications) {
    double perStep = STEP_SECONDS / secondsPerBatch(batchSize, multiplications);
    return new Slices(batches, Math.clamp(Math.round(perStep), 1, batches));
  }

  /** Roughly: the backward pass costs two forward ones. */
  public static double secondsPerBatch(int batchSize, long multiplications) {
    return OVERHEAD_SECONDS + 3.0 * batchSize * multiplications / MULTIPLICATIONS_PER_SECOND;
  }

  /** Steps of an epoch. */
  public int perEpoch() {
    return Math.ceilDiv(batches, batchesPerStep);
  }

  /** First batch of a step of the epoch. */
  public int from(int step) {
    return Math.min(batches, step * batchesPerStep);
  }
}
