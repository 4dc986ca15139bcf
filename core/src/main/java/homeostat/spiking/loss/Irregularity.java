package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.statistics.Moments;

/**
 * Coefficient of variation of interspike intervals against a target, over neurons with at least
 * three spikes:
 *
 * <pre>
 *   CV_n = std(ISI_n) / mean(ISI_n)   (n - 1 estimator),   L = mean_n (CV_n - CV*_n)^2
 * </pre>
 *
 * <p>As published, a neuron's trials are put one after another, so that an interval may span two
 * trials; {@code withinTrial} leaves such intervals out. The loss is a value without gradient: it
 * is built from spike times. It is zero when no neuron qualifies.
 */
public final class Irregularity implements Objective {
  private final double[] target;
  private final boolean withinTrial;

  /**
   * @param target [neuron] wanted coefficient of variation
   * @param withinTrial leave out intervals that span two trials
   */
  public Irregularity(double[] target, boolean withinTrial) {
    this.target = target;
    this.withinTrial = withinTrial;
  }

  @Override
  public String name() {
    return "cv";
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    SpikeTrains spikes = chunk.spikes();
    double loss = 0;
    int valid = 0;
    for (int n = 0; n < chunk.neurons(); n++) {
      double[] intervals = intervals(spikes, n);
      if (spikes.count(n) >= 3 && intervals.length >= 2) {
        double error = Moments.variation(intervals) - target[n];
        loss += error * error;
        valid++;
      }
    }
    return Evaluation.of(valid == 0 ? 0 : loss / valid);
  }

  private double[] intervals(SpikeTrains spikes, int neuron) {
    double[] intervals = new double[Math.max(0, spikes.count(neuron) - 1)];
    int at = 0;
    long last = -1;
    for (int b = 0; b < spikes.batch(); b++) {
      last = withinTrial ? -1 : last;
      for (int e = spikes.from(b, neuron); e < spikes.to(b, neuron); e++) {
        long time = (long) b * spikes.steps() + spikes.times()[e];
        if (last >= 0) {
          intervals[at++] = time - last;
        }
        last = time;
      }
    }
    return java.util.Arrays.copyOf(intervals, at);
  }
}
