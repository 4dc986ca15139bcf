package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import java.util.List;
import java.util.Map;

/**
 * Irregularity of spike intervals with a gradient, for chunks shorter than an interval. The last
 * spike of every neuron in every trial is carried over chunks, and so are, for each neuron over its
 * trials, the number n of intervals that ended, their sum M1 and the sum of their squares M2, all
 * three forgotten with a time constant tau:
 *
 * <pre>
 *   CV^2 = n M2 / M1^2 - 1,    L = mean over neurons with n &gt;= 2 of (CV - CV*)^2
 *   dCV^2/ds_t = (M2 - 2 n a_t b_t) / M1^2
 * </pre>
 *
 * <p>Inserting a spike cuts its interval into a_t, the time since the spike before, and b_t, the
 * time to the next one. It makes a train more regular where 2 a_t b_t is above the mean squared
 * interval, as in the middle of a long gap, and less regular elsewhere. Where the next spike lies
 * beyond the chunk, or the one before is not known, the mean interval stands for it. A spike stays
 * in the statistics of 1 / (1 - e^(-T / tau)) chunks; its gradient counts them all, as if later
 * chunks were like this one. Deviations below 0.05 count as 0.05.
 */
public final class IntervalIrregularity implements Objective {
  private static final double SMALLEST = 0.05;
  private static final double FEWEST = 2;
  private static final double UNKNOWN = -1;

  private final double[] target;
  private final double tau;

  /**
   * @param target [neuron] wanted coefficient of variation
   * @param tau time constant of the statistics, s
   */
  public IntervalIrregularity(double[] target, double tau) {
    if (!(tau > 0)) {
      throw new IllegalArgumentException("cv.tau = " + tau + " s must be positive");
    }
    this.target = target;
    this.tau = tau;
  }

  @Override
  public String name() {
    return "cv";
  }

  @Override
  public Arrays start(int batch, int neurons) {
    double[] last = new double[batch * neurons];
    java.util.Arrays.fill(last, UNKNOWN);
    return Arrays.builder()
        .put("since_last", last, batch, neurons)
        .put("n", new double[neurons])
        .put("m1", new double[neurons])
        .put("m2", new double[neurons])
        .build();
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    SpikeTrains spikes = chunk.spikes();
    int neurons = chunk.neurons();
    double keep = StrictMath.exp(-chunk.seconds() / tau);
    double[] since = carried.doubles("since_last");
    double[] next = new double[since.length];
    double[] n = scaled(carried.doubles("n"), keep);
    double[] m1 = scaled(carried.doubles("m1"), keep);
    double[] m2 = scaled(carried.doubles("m2"), keep);
    for (int j = 0; j < neurons; j++) {
      for (int b = 0; b < chunk.batch(); b++) {
        int at = b * neurons + j;
        double ago = since[at];
        int from = 0;
        for (int e = spikes.from(b, j); e < spikes.to(b, j); e++) {
          if (ago >= 0) {
            double interval = ago + spikes.times()[e] - from;
            n[j]++;
            m1[j] += interval;
            m2[j] += interval * interval;
          }
          ago = 0;
          from = spikes.times()[e];
        }
        next[at] = ago < 0 ? UNKNOWN : ago + chunk.steps() - from;
      }
    }
    int valid = 0;
    double loss = 0;
    double[] outer = new double[neurons];
    for (int j = 0; j < neurons; j++) {
      if (n[j] >= FEWEST && m1[j] > 0) {
        double variation = StrictMath.sqrt(Math.max(0, n[j] * m2[j] / (m1[j] * m1[j]) - 1));
        double error = variation - target[j];
        loss += error * error;
        outer[j] = error / (Math.max(variation, SMALLEST) * m1[j] * m1[j] * (1 - keep));
        valid++;
      }
    }
    for (int j = 0; j < neurons; j++) {
      outer[j] /= Math.max(1, valid);
    }
    float[] gradient = gradient(spikes, since, outer, n, m1, m2, parallel);
    Arrays state =
        Arrays.builder()
            .put("since_last", next, chunk.batch(), neurons)
            .put("n", n)
            .put("m1", m1)
            .put("m2", m2)
            .build();
    return new Evaluation(
        valid == 0 ? 0 : loss / valid,
        List.of(new Sensitivity.Spikes(gradient)),
        state,
        Map.of("cv/valid_fraction", (double) valid / neurons));
  }

  private static double[] scaled(double[] values, double factor) {
    return java.util.Arrays.stream(values).map(x -> x * factor).toArray();
  }

  private static float[] gradient(
      SpikeTrains spikes,
      double[] since,
      double[] outer,
      double[] n,
      double[] m1,
      double[] m2,
      Parallel parallel) {
    int neurons = spikes.neurons();
    int steps = spikes.steps();
    float[] gradient = new float[spikes.batch() * steps * neurons];
    parallel.forEach(
        spikes.batch(),
        b -> {
          Neighbours around = new Neighbours(spikes, b, since, n, m1);
          for (int t = 0; t < steps; t++) {
            int row = (b * steps + t) * neurons;
            for (int j = 0; j < neurons; j++) {
              if (outer[j] != 0) {
                double cut = around.product(t, j);
                gradient[row + j] = (float) (outer[j] * (m2[j] - 2 * n[j] * cut));
              }
            }
          }
        });
    return gradient;
  }
}
