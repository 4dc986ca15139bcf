package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Sensitivity;
import java.util.List;
import java.util.Map;

/**
 * Subthreshold fluctuations against the distance to threshold. For each neuron and batch element,
 * over the T potentials after the steps of a chunk:
 *
 * <pre>
 *   sd = std(v) (n - 1 estimator),  d = max(theta - mean(v) + 1e-8, 0.1 mV),  ratio = sd / d
 *   L = mean_bn (ratio - ratio*_n)^2
 *   dratio/dv_t = (v_t - mean) / ((T - 1) sd d) + sd / (d^2 T)
 * </pre>
 *
 * <p>The bound of 0.1 mV keeps the ratio from exploding and changing its sign where the mean
 * reaches threshold; there the second term of the derivative is zero. How many entries are bounded
 * is a remark. {@code detached} gives what the published program logged: the value of batch element
 * 0, without gradient.
 */
public final class MembraneVariance implements Objective {
  private static final double OFFSET = 1e-8;
  private static final double SMALLEST_DISTANCE = 0.1;

  private final double[] threshold;
  private final double[] target;
  private final boolean detached;

  /**
   * @param threshold [neuron] mV
   * @param target [neuron] wanted ratio
   * @param detached value of batch element 0 only, no gradient
   */
  public MembraneVariance(double[] threshold, double[] target, boolean detached) {
    this.threshold = threshold;
    this.target = target;
    this.detached = detached;
  }

  @Override
  public String name() {
    return "membrane_variance";
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    int neurons = chunk.neurons();
    int steps = chunk.steps();
    if (steps < 2) {
      throw new IllegalArgumentException("a chunk of one step has no membrane variance");
    }
    int elements = detached ? 1 : chunk.batch();
    ChunkRecord.VoltageMoments moments = chunk.voltageMoments(parallel);
    float[] slope = new float[chunk.batch() * neurons];
    float[] offset = new float[chunk.batch() * neurons];
    double share = 1.0 / ((double) elements * neurons);
    double loss = 0;
    long bounded = 0;
    for (int i = 0; i < elements * neurons; i++) {
      int n = i % neurons;
      double mean = moments.mean()[i];
      double sd = StrictMath.sqrt(moments.squares()[i] / (steps - 1));
      double gap = threshold[n] - mean + OFFSET;
      boolean close = gap < SMALLEST_DISTANCE;
      double distance = close ? SMALLEST_DISTANCE : gap;
      double error = sd / distance - target[n];
      loss += error * error;
      bounded += close ? 1 : 0;
      double outer = 2 * error * share;
      double perDeviation = sd == 0 ? 0 : outer / ((steps - 1) * sd * distance);
      double throughMean = close ? 0 : outer * sd / (distance * distance * steps);
      slope[i] = (float) perDeviation;
      offset[i] = (float) (throughMean - perDeviation * mean);
    }
    List<Sensitivity> gradients =
        detached ? List.of() : List.of(new Sensitivity.VoltageLine(slope, offset));
    return new Evaluation(
        loss * share,
        gradients,
        Arrays.empty(),
        Map.of("membrane_variance/bounded_fraction", bounded * share));
  }

  /**
   * Makes it from {@code targets.threshold_ratio.<type>} and {@code compat.membrane_variance}, or,
   * with {@code membrane_variance.statistics = "running"}, a {@link RunningMembraneVariance}.
   */
  public static final class Provider implements Objective.Provider {
    @Override
    public String name() {
      return "membrane_variance";
    }

    @Override
    public Objective create(ObjectiveSettings settings) {
      int[] types = settings.cellTypes();
      double[] threshold = new double[types.length];
      java.util.Arrays.setAll(threshold, n -> settings.physiology().cells().get(types[n]).theta());
      if (settings
          .word("membrane_variance.statistics", "chunk", "chunk", "running")
          .equals("running")) {
        return new RunningMembraneVariance(
            threshold,
            settings.perNeuron("targets.threshold_ratio"),
            settings.number("membrane_variance.tau_v", 1));
      }
      String mode = settings.word("compat.membrane_variance", "attached", "attached", "detached");
      return new MembraneVariance(
          threshold, settings.perNeuron("targets.threshold_ratio"), mode.equals("detached"));
    }
  }
}
