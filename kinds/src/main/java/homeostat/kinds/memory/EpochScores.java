package homeostat.kinds.memory;

/**
 * How an epoch went.
 *
 * @param train before each update
 * @param validate after the last one
 * @param test likewise; NaN without such trials
 */
record EpochScores(Scores train, Scores validate, Scores test) {

  /**
   * Of one part of the trials.
   *
   * @param loss plain mean over the batches, as published
   * @param trialLoss mean over the trials
   * @param accuracy plain mean over the batches, in %; NaN for values
   * @param nullLoss plain mean over the batches of answering without the network; NaN if not asked
   */
  record Scores(double loss, double trialLoss, double accuracy, double nullLoss) {}

  /** Sums over batches. */
  static final class Sum {
    private int batches;
    private int trials;
    private double loss;
    private double trialLoss;
    private double accuracy;
    private double nullLoss = Double.NaN;

    void add(TrialBatch batch) {
      batches++;
      trials += batch.trials();
      loss += batch.loss();
      trialLoss += batch.loss() * batch.trials();
      accuracy += batch.accuracy();
    }

    /** The same batch, answered without the network. */
    void addNull(double loss) {
      nullLoss = Double.isNaN(nullLoss) ? loss : nullLoss + loss;
    }

    Scores scores() {
      return new Scores(loss / batches, trialLoss / trials, accuracy / batches, nullLoss / batches);
    }
  }
}
