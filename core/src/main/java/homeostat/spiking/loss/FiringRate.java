package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;

/**
 * Distance of firing rates from their targets r*, with eps = 1 Hz and T_s the chunk in seconds.
 *
 * <pre>
 *   level neuron (published):  L = mean_n (r_n - r*_n)^2 / (r*_n + eps),      r_n = mean_b count_bn / T_s
 *   level type:                L = sum_c N_c/N (R_c - r*_c)^2 / (r*_c + eps), R_c = mean of r_n in type c
 *   dL/ds_btn = 2 (r - r*_n) / ((r*_n + eps) N B T_s)   with r = r_n, or R of the neuron's type
 * </pre>
 *
 * <p>Scaling factors are shared by whole types, so they cannot give each neuron its own rate: where
 * rates vary across neurons, the level {@code neuron} is least below the target, the level {@code
 * type} at it. Both are equal when all neurons of a type fire alike.
 *
 * <p>With P patterns, batch element b P + p belongs to pattern p; rates are pooled over the
 * elements of a pattern and the loss is also averaged over patterns.
 */
public final class FiringRate implements Objective {

  /** What has a rate. */
  public enum Level {
    NEURON,
    TYPE
  }

  private final double[] target;
  private final int patterns;
  private final double epsilon;
  private final Level level;
  private final int[] cellTypes;

  /**
   * @param target [pattern][neuron] Hz
   * @param epsilon Hz
   * @param cellTypes [neuron] cell type
   */
  public FiringRate(double[] target, int patterns, double epsilon, Level level, int[] cellTypes) {
    if (target.length != patterns * cellTypes.length) {
      throw new IllegalArgumentException(
          target.length
              + " target rates for "
              + patterns
              + " patterns of "
              + cellTypes.length
              + " neurons");
    }
    this.target = target;
    this.patterns = patterns;
    this.epsilon = epsilon;
    this.level = level;
    this.cellTypes = cellTypes;
  }

  @Override
  public String name() {
    return "firing_rate";
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    int neurons = chunk.neurons();
    int trials = chunk.batch() / patterns;
    if (trials * patterns != chunk.batch()) {
      throw new IllegalArgumentException(
          "a batch of " + chunk.batch() + " is no multiple of " + patterns + " patterns");
    }
    double unit = 1 / (trials * chunk.seconds());
    float[] gradient = new float[chunk.batch() * neurons];
    double loss = 0;
    for (int p = 0; p < patterns; p++) {
      double[] rates = rates(chunk.spikes(), p, unit);
      for (int n = 0; n < neurons; n++) {
        double wanted = target[p * neurons + n];
        double error = rates[n] - wanted;
        loss += error * error / (wanted + epsilon);
        double slope = 2 * error * unit / ((wanted + epsilon) * neurons * patterns);
        for (int b = p; b < chunk.batch(); b += patterns) {
          gradient[b * neurons + n] = (float) slope;
        }
      }
    }
    return Evaluation.of(loss / (neurons * patterns), new Sensitivity.SpikeCount(gradient));
  }

  /** [neuron] the rate that is compared: the neuron's, or its type's. */
  private double[] rates(SpikeTrains spikes, int pattern, double unit) {
    double[] rates = new double[spikes.neurons()];
    for (int n = 0; n < rates.length; n++) {
      long count = 0;
      for (int b = pattern; b < spikes.batch(); b += patterns) {
        count += spikes.count(b, n);
      }
      rates[n] = count * unit;
    }
    if (level == Level.TYPE) {
      int types = java.util.Arrays.stream(cellTypes).max().orElse(0) + 1;
      double[] sum = new double[types];
      int[] members = new int[types];
      for (int n = 0; n < rates.length; n++) {
        sum[cellTypes[n]] += rates[n];
        members[cellTypes[n]]++;
      }
      java.util.Arrays.setAll(rates, n -> sum[cellTypes[n]] / members[cellTypes[n]]);
    }
    return rates;
  }

  /** Makes it from {@code targets.firing_rate.<type>} and {@code firing_rate.level}. */
  public static final class Provider implements Objective.Provider {
    @Override
    public String name() {
      return "firing_rate";
    }

    @Override
    public Objective create(ObjectiveSettings settings) {
      String level = settings.word("firing_rate.level", "neuron", "neuron", "type");
      return new FiringRate(
          settings.perNeuron("targets.firing_rate"),
          1,
          1.0,
          level.equals("type") ? Level.TYPE : Level.NEURON,
          settings.cellTypes());
    }
  }
}
