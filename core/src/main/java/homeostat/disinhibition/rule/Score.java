package homeostat.disinhibition.rule;

/**
 * How well outputs fit their targets.
 *
 * @param samples number of samples
 * @param lossSum sum of their losses
 * @param correct how many have their largest output where the target is largest
 */
public record Score(long samples, double lossSum, long correct) {
  /** Of no samples. */
  public static final Score NONE = new Score(0, 0, 0);

  /** Of both together. */
  public Score and(Score other) {
    return new Score(samples + other.samples, lossSum + other.lossSum, correct + other.correct);
  }

  /** Mean loss. */
  public double loss() {
    return lossSum / samples;
  }

  /** Share of correct samples, %. */
  public double accuracy() {
    return 100.0 * correct / samples;
  }
}
