package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.CellParameters;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.Sensitivity;
import java.util.List;
import java.util.Map;

/**
 * Subthreshold fluctuations against the distance to threshold, over more time than a chunk. For
 * each neuron and batch element, over the potentials v_t after all steps but those that reset it,
 * each forgotten with a time constant tau_v (weights k_t = e^(-age / tau_v), normalised):
 *
 * <pre>
 *   m = sum k_t v_t,  sd^2 = sum k_t (v_t - m)^2,  d = max(theta - m, 1 mV),  ratio = sd / d
 *   L = mean_bn (ratio - ratio*_n)^2
 *   dratio/dv_t = k_t ((v_t - m) / (sd d) + sd / d^2),   second term only where d is above its floor
 * </pre>
 *
 * <p>A potential stays in the statistics of later chunks; its gradient counts them all, as if they
 * were like this one: the sum of its weights in this and all later chunks is k_t / (1 - e^(-T /
 * tau_v)).
 */
public final class RunningMembraneVariance implements Objective {
  /** Smallest distance to threshold, mV, and as a share of the way from reset to threshold. */
  private static final double SMALLEST_DISTANCE = 1;

  private static final double SMALLEST_SHARE = 0.1;
  private static final double SMALLEST_DEVIATION = 1e-3;

  /** Below this weight there was no step but resets. */
  private static final double NOTHING = 1e-9;

  private final double[] threshold;
  private final double[] target;
  private final double[] smallest;
  private final double tau;
  private final boolean detached;

  /**
   * With a smallest distance to threshold of 1 mV, and a gradient.
   *
   * @param threshold [neuron] mV
   * @param target [neuron] wanted ratio
   * @param tau time constant of the statistics, s
   */
  public RunningMembraneVariance(double[] threshold, double[] target, double tau) {
    this(threshold, filled(threshold.length), target, tau, false);
  }

  /**
   * @param smallest [neuron] smallest distance to threshold, mV
   * @param detached no gradient
   */
  RunningMembraneVariance(
      double[] threshold, double[] smallest, double[] target, double tau, boolean detached) {
    if (!(tau > 0)) {
      throw new IllegalArgumentException(
          "membrane_variance.tau_v = " + tau + " s must be positive");
    }
    this.threshold = threshold;
    this.smallest = smallest;
    this.target = target;
    this.tau = tau;
    this.detached = detached;
  }

  private static double[] filled(int neurons) {
    double[] values = new double[neurons];
    java.util.Arrays.fill(values, SMALLEST_DISTANCE);
    return values;
  }

  /** [neuron] 1 mV, or a tenth of the way from reset to threshold if that is less. */
  static double[] smallest(List<CellParameters> cells) {
    return cells.stream()
        .mapToDouble(
            cell -> Math.min(SMALLEST_DISTANCE, SMALLEST_SHARE * (cell.theta() - cell.reset())))
        .toArray();
  }

  @Override
  public String name() {
    return "membrane_variance";
  }

  @Override
  public Arrays start(int batch, int neurons) {
    return Arrays.builder()
        .put("weight", new double[batch * neurons], batch, neurons)
        .put("sum", new double[batch * neurons], batch, neurons)
        .put("squares", new double[batch * neurons], batch, neurons)
        .build();
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    int neurons = chunk.neurons();
    int cells = chunk.batch() * neurons;
    double fade = StrictMath.exp(-chunk.dt() / 1000 / tau);
    double keep = StrictMath.exp(-chunk.seconds() / tau);
    ChunkRecord.FadingSums sums = chunk.fadingSums(fade, threshold, parallel);
    double[] weight = sums.weight();
    double[] sum = sums.sum();
    double[] squares = sums.squares();
    float[] slope = new float[cells];
    float[] offset = new float[cells];
    double loss = 0;
    double close = 0;
    for (int i = 0; i < cells; i++) {
      weight[i] += keep * carried.doubles("weight")[i];
      sum[i] += keep * carried.doubles("sum")[i];
      squares[i] += keep * carried.doubles("squares")[i];
      int n = i % neurons;
      if (weight[i] < NOTHING) {
        continue;
      }
      double mean = sum[i] / weight[i];
      double sd = StrictMath.sqrt(Math.max(0, squares[i] / weight[i] - mean * mean));
      boolean floored = -mean < smallest[n];
      double distance = floored ? smallest[n] : -mean;
      double error = sd / distance - target[n];
      loss += error * error;
      close += floored ? 1 : 0;
      double outer = 2 * error / (cells * weight[i] * (1 - keep));
      double perDeviation = outer / (Math.max(sd, SMALLEST_DEVIATION) * distance);
      double throughMean = floored ? 0 : outer * sd / (distance * distance);
      slope[i] = (float) perDeviation;
      offset[i] = (float) (throughMean - perDeviation * (mean + threshold[n]));
    }
    Arrays state =
        Arrays.builder()
            .put("weight", weight, chunk.batch(), neurons)
            .put("sum", sum, chunk.batch(), neurons)
            .put("squares", squares, chunk.batch(), neurons)
            .build();
    return new Evaluation(
        loss / cells,
        detached ? List.of() : List.of(new Sensitivity.VoltageLine(slope, offset, fade)),
        state,
        Map.of("membrane_variance/bounded_fraction", close / cells));
  }
}
