package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.Sensitivity;

/**
 * Irregularity by spike counts: in a renewal process the variance of the count in a long window
 * over its mean is CV^2. With the counts c_b of a neuron in the trials of a chunk, of mean m and
 * variance V (n - 1 estimator):
 *
 * <pre>
 *   L = mean over neurons with m &gt; 0 of (sqrt(V / m) - CV*)^2
 *   d(V / m)/dc_b = (2 (c_b - m) m / (B - 1) - V / B) / m^2
 * </pre>
 *
 * <p>True only where the window holds many intervals; with fewer every count looks like Poisson's.
 * Square roots below 0.05 count as 0.05.
 */
public final class CountIrregularity implements Objective {
  /** Fewest mean intervals in a window. */
  public static final double INTERVALS = 10;

  private static final double SMALLEST = 0.05;

  private final double[] target;

  /**
   * @param target [neuron] wanted coefficient of variation
   */
  public CountIrregularity(double[] target) {
    this.target = target;
  }

  @Override
  public String name() {
    return "cv";
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    int batch = chunk.batch();
    int neurons = chunk.neurons();
    if (batch < 2) {
      throw new IllegalArgumentException("a variance of counts needs at least two trials");
    }
    float[] gradient = new float[batch * neurons];
    double loss = 0;
    int valid = 0;
    for (int n = 0; n < neurons; n++) {
      double mean = (double) chunk.spikes().count(n) / batch;
      if (mean > 0) {
        double squares = 0;
        for (int b = 0; b < batch; b++) {
          double deviation = chunk.spikes().count(b, n) - mean;
          squares += deviation * deviation;
        }
        double variance = squares / (batch - 1);
        double variation = StrictMath.sqrt(variance / mean);
        double error = variation - target[n];
        loss += error * error;
        valid++;
        double outer = error / Math.max(variation, SMALLEST);
        for (int b = 0; b < batch; b++) {
          double slope = 2 * (chunk.spikes().count(b, n) - mean) * mean / (batch - 1);
          gradient[b * neurons + n] = (float) (outer * (slope - variance / batch) / (mean * mean));
        }
      }
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= Math.max(1, valid);
    }
    return Evaluation.of(valid == 0 ? 0 : loss / valid, new Sensitivity.SpikeCount(gradient));
  }
}
