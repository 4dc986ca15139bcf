package homeostat.spiking.loss;

import homeostat.spiking.SpikeTrains;

/** The spikes before and after each step of one trial, as steps go on. */
final class Neighbours {
  private final SpikeTrains spikes;
  private final int trial;

  /** [neuron] time of the spike before, from the start of the chunk; negative before it. */
  private final double[] before;

  /** [neuron] time of the next spike in the chunk; the end of time if there is none. */
  private final int[] after;

  /** [neuron] number of the next spike. */
  private final int[] number;

  private final double[] mean;
  private final boolean[] known;

  /**
   * @param since [batch][neuron] steps from the last spike to the chunk; negative if not known
   */
  Neighbours(SpikeTrains spikes, int trial, double[] since, double[] n, double[] m1) {
    int neurons = spikes.neurons();
    this.spikes = spikes;
    this.trial = trial;
    this.before = new double[neurons];
    this.after = new int[neurons];
    this.number = new int[neurons];
    this.mean = new double[neurons];
    this.known = new boolean[neurons];
    for (int j = 0; j < neurons; j++) {
      mean[j] = n[j] > 0 ? m1[j] / n[j] : 0;
      known[j] = since[trial * neurons + j] >= 0;
      before[j] = -since[trial * neurons + j];
      number[j] = spikes.from(trial, j);
      after[j] = timeOf(j);
    }
  }

  private int timeOf(int j) {
    return number[j] < spikes.to(trial, j) ? spikes.times()[number[j]] : Integer.MAX_VALUE;
  }

  /** The product of the times to both neighbours of step t; t has to rise by one. */
  double product(int t, int j) {
    boolean spike = after[j] == t;
    if (spike) {
      number[j]++;
      after[j] = timeOf(j);
    }
    double a = known[j] ? t - before[j] : mean[j];
    double b = after[j] == Integer.MAX_VALUE ? mean[j] : after[j] - t;
    if (spike) {
      before[j] = t;
      known[j] = true;
    }
    return a * b;
  }
}
